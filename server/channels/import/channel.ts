import type { Channel } from '../channel.ts'

/** Sheets of what customers said elsewhere. Nothing leaves by them. */
export const importChannel = {
  kind: 'import',
  firstName: { 'zh-CN': '表格导入', en: 'Sheet import' },
  arrive: [],
} as const satisfies Channel
