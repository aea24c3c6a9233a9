import { assistant } from './assistant.ts'
import { cases } from './cases.ts'
import { channels } from './channels.ts'
import { errors } from './errors.ts'
import { improvements } from './improvements.ts'
import { insights } from './insights.ts'
import { knowledge } from './knowledge.ts'
import { labels } from './labels.ts'
import { quality } from './quality.ts'
import { radar } from './radar.ts'
import { reading } from './reading.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { time } from './time.ts'
import { workspaces } from './workspaces.ts'

/** 中文是原文：先写它，再译英文。 */
export const zh = {
  shell,
  time,
  labels,
  errors,
  cases,
  assistant,
  improvements,
  knowledge,
  insights,
  quality,
  reading,
  radar,
  channels,
  workspaces,
  settings,
}
