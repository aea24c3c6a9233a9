import * as insights from '../../contract/insights.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { readDashboard } from './read-dashboard.ts'

export const insightsRoutes: Binding[] = [bind(insights.readDashboard, readDashboard)]
