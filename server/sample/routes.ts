import * as contract from '../../contract/sample.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { loadSample } from './load-sample.ts'
import { noticeChange } from './notice-change.ts'
import { readSample } from './read-sample.ts'
import { removeSample } from './remove-sample.ts'

export function sampleRoutes(platform: Platform): Binding[] {
  return [
    bind(contract.readSample, async (ctx) => noticeChange(platform, ctx, await readSample(ctx))),
    bind(contract.loadSample, async (ctx) => noticeChange(platform, ctx, await loadSample(ctx))),
    bind(contract.removeSample, (ctx) => removeSample(platform, ctx)),
  ]
}
