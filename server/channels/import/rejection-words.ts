/** Why a row was refused, in words for the person who corrects the sheet. */
import type { Locale } from '../../../contract/values.ts'

const reasons: Record<string, Record<Locale, string>> = {
  too_many_cells: {
    'zh-CN': '这一行的单元格比表头多，可能是内容里的分隔符没有用引号括起来',
    en: 'More cells than columns: perhaps a separator inside a text is not quoted',
  },
  broken_characters: {
    'zh-CN': '含有损坏的字符（乱码），请用原始文件重新导出',
    en: 'Contains broken characters; export it from the original again',
  },
  text_empty: { 'zh-CN': '没有内容', en: 'Nothing was said' },
  required: { 'zh-CN': '没有内容', en: 'Nothing was said' },
  too_long: {
    'zh-CN': '超过长度上限（正文最多 5000 字）',
    en: 'Too long (a text has at most 5,000 characters)',
  },
  entry_unknown: {
    'zh-CN': '类型不认识，请填“反馈”“建议”或“投诉”',
    en: 'Unknown type: write feedback, suggestion or complaint',
  },
  time_unreadable: {
    'zh-CN': '时间无法识别，请写成 2026-01-31 08:05:00 这样的格式',
    en: 'The time cannot be read; write it like 2026-01-31 08:05:00',
  },
  date_ambiguous: {
    'zh-CN': '分不清哪个是月、哪个是日，请在导入设置里选择日期写法，或写成 2026-01-31',
    en: 'Day and month cannot be told apart: choose the order of dates in the import, or write 2026-01-31',
  },
  said_in_future: { 'zh-CN': '时间晚于现在', en: 'The time lies in the future' },
  category_unknown: {
    'zh-CN': '类别不属于这一类型',
    en: 'The category does not belong to this type',
  },
  control_characters: { 'zh-CN': '含有不可见的控制字符', en: 'Contains control characters' },
}

/** Column names of the downloaded sheet; propose-mapping.ts knows them when it comes back. */
export const rejectedColumns: Record<Locale, readonly string[]> = {
  'zh-CN': ['导入行号', '导入原因代码', '导入原因', '导入问题列'],
  en: ['Import row', 'Import reason code', 'Import reason', 'Import column'],
}

export function reasonInWords(code: string, locale: Locale): string {
  return reasons[code]?.[locale] ?? code
}
