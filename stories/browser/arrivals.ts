/** Much feedback at once, by the ways that exist for it. */

import { createFeedback } from '../../contract/feedback.ts'
import { uploadFile } from '../../contract/files.ts'
import { mapImport, openImport, showImport, startImport } from '../../contract/imports.ts'
import type { Owner } from './served.ts'
import { until } from './until.ts'

const atOnce = 16

/** Each text is one piece of feedback, handed in by the API. */
export async function say({ call }: Owner, texts: string[]): Promise<void> {
  const waiting = [...texts]
  const speak = async () => {
    for (let text = waiting.shift(); text; text = waiting.shift())
      await call(createFeedback, { body: { text } })
  }
  await Promise.all(Array.from({ length: atOnce }, speak))
}

/** A whole sheet, through to the end. */
export async function importSheet({ call }: Owner, sheet: string): Promise<string> {
  const form = new FormData()
  form.append('file', new File([sheet], '历史.csv', { type: 'text/csv' }))
  const { ticket } = await call(uploadFile, { body: form })
  const opened = await call(openImport, { body: { file: ticket } })
  const params = { importId: opened.id }
  await call(mapImport, { params, body: { ...opened.mapping, as: 'open' } })
  await call(startImport, { params, body: {} })
  await until(async () => {
    const { state } = await call(showImport, { params })
    if (state !== 'done') throw new Error(`the import is ${state}`)
  }, 45_000)
  return opened.id
}
