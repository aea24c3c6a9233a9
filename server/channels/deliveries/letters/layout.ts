/** One letter as plain text and as simple HTML. Whatever people wrote is text, in both. */
import type { Locale } from '../../../../contract/values.ts'
import { escaped } from '../../../platform/html.ts'

export type Block =
  | { kind: 'text'; text: string }
  /** Words that are not ours. */
  | { kind: 'quote'; label: string; text: string }
  | { kind: 'link'; label: string; url: string }
  /** One line of small buttons. */
  | { kind: 'choices'; choices: { label: string; url: string }[] }
  | { kind: 'small'; text: string }

export interface Letter {
  locale: Locale
  subject: string
  blocks: Block[]
  signature: string
}

export function asText({ blocks, signature }: Letter): string {
  return `${[...blocks.map(textOf), signature].join('\n\n')}\n`
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'quote':
      return `${block.label}\n${block.text.replace(/^/gm, '> ')}`
    case 'link':
      return `${block.label}\n${block.url}`
    case 'choices':
      return block.choices.map(({ label, url }) => `${label}\n${url}`).join('\n')
    default:
      return block.text
  }
}

const font =
  "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Segoe UI',sans-serif;font-size:16px;line-height:1.7"
const button =
  'display:inline-block;padding:8px 20px;border-radius:6px;background:#0f766a;color:#ffffff;text-decoration:none'
const choice =
  'display:inline-block;margin:0 6px 8px 0;padding:6px 14px;border-radius:6px;border:1px solid #0f766a;color:#0f766a;text-decoration:none'
const quote =
  'margin:4px 0 16px;padding:4px 12px;border-left:3px solid #d5d1c7;color:#565d66;white-space:pre-wrap;overflow-wrap:anywhere'

/**
 * Styles stand on each element and colours are given for light (those of design/tokens.css): mail
 * programs keep little else.
 */
export function asHtml(letter: Letter): string {
  const body = [...letter.blocks.map(htmlOf), small(letter.signature)].join('\n')
  return `<!doctype html>
<html lang="${letter.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1c2127;${font}"><div style="max-width:560px;margin:0 auto">
${body}
</div></body></html>
`
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere">${escaped(block.text)}</p>`
    case 'quote':
      return `<p style="margin:0;color:#565d66">${escaped(block.label)}</p>\n<blockquote style="${quote}">${escaped(block.text)}</blockquote>`
    case 'link':
      return `<p style="margin:0 0 16px"><a href="${escaped(block.url)}" style="${button}">${escaped(block.label)}</a></p>`
    case 'choices':
      return `<p style="margin:0 0 8px">${block.choices
        .map(
          ({ label, url }) => `<a href="${escaped(url)}" style="${choice}">${escaped(label)}</a>`,
        )
        .join('')}</p>`
    case 'small':
      return small(block.text)
  }
}

function small(text: string): string {
  return `<p style="margin:0 0 12px;font-size:13px;color:#656b73;white-space:pre-wrap">${escaped(text)}</p>`
}
