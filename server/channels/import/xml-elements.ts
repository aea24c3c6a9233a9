/** XML as a stream of what opens and closes. */
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { SheetError } from './sheet-limits.ts'

export interface Element {
  kind: 'open' | 'close'
  /** Without its namespace prefix. */
  name: string
  /** Of what opens; by local name too. */
  attributes: Record<string, string>
  /** Of what closes: the text directly before, since the last element opened. */
  text: string
}

/** No cell is longer (Excel allows 32,767 characters): a text without end must not fill the memory. */
const longestText = 4 * 1024 * 1024
const none: Record<string, string> = {}

export async function* elements(xml: Readable): AsyncGenerator<Element> {
  const parser = new SaxesParser()
  let found: Element[] = []
  let text = ''
  let sinceElement = 0
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ kind: 'open', name: local(name), attributes: localNames(attributes), text: '' })
    text = ''
    sinceElement = 0
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('cdata', (more) => {
    text += more
  })
  parser.on('closetag', ({ name }) => {
    found.push({ kind: 'close', name: local(name), attributes: none, text })
    text = ''
    sinceElement = 0
  })
  parser.on('error', (error) => {
    throw new SheetError('sheet_unreadable', error)
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of xml) {
    sinceElement += chunk.length
    parser.write(decoder.decode(chunk, { stream: true }))
    if (sinceElement > longestText) throw new SheetError('sheet_unreadable')
    yield* found
    found = []
  }
  parser.write(decoder.decode())
  parser.close()
  yield* found
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function localNames(attributes: Record<string, string>): Record<string, string> {
  const named: Record<string, string> = {}
  for (const name in attributes) named[local(name)] = attributes[name] as string
  return named
}
