import * as insights from '../../contract/insights.ts'
import * as radar from '../../contract/radar.ts'
import * as webhooks from '../../contract/webhooks.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { changeRadarSettings, wantAlertMails } from './radar/change-settings.ts'
import { acknowledgeAlert, dismissAlert, restoreAlert, snoozeAlert } from './radar/decide-alert.ts'
import { forgetTaughtLift } from './radar/forget-lift.ts'
import { linkAlert } from './radar/link-alert.ts'
import { countAlerts, listAlerts } from './radar/list-alerts.ts'
import { readRadar } from './radar/read-radar.ts'
import { readRadarSettings } from './radar/settings.ts'
import { showAlert } from './radar/show-alert.ts'
import { readDashboard } from './read-dashboard.ts'
import {
  changeWebhook,
  createWebhook,
  listWebhooks,
  removeWebhook,
  rotateWebhook,
  testWebhook,
} from './webhooks/change-webhooks.ts'
import { listWebhookDeliveries } from './webhooks/list-deliveries.ts'

export const insightsRoutes: Binding[] = [
  bind(insights.readDashboard, readDashboard),
  bind(radar.readRadar, readRadar),
  bind(radar.countAlerts, countAlerts),
  bind(radar.listAlerts, listAlerts),
  bind(radar.showAlert, showAlert),
  bind(radar.acknowledgeAlert, acknowledgeAlert),
  bind(radar.snoozeAlert, snoozeAlert),
  bind(radar.dismissAlert, dismissAlert),
  bind(radar.restoreAlert, restoreAlert),
  bind(radar.linkAlert, linkAlert),
  bind(radar.forgetLift, forgetTaughtLift),
  bind(radar.readRadarSettings, readRadarSettings),
  bind(radar.changeRadarSettings, changeRadarSettings),
  bind(radar.wantAlertMails, wantAlertMails),
  bind(webhooks.listWebhooks, listWebhooks),
  bind(webhooks.createWebhook, createWebhook, { showsSecret: true }),
  bind(webhooks.changeWebhook, changeWebhook),
  bind(webhooks.rotateWebhook, rotateWebhook, { showsSecret: true }),
  bind(webhooks.testWebhook, testWebhook),
  bind(webhooks.removeWebhook, removeWebhook),
  bind(webhooks.listWebhookDeliveries, listWebhookDeliveries),
]
