/** A known answer as its author meant it: paragraphs, lists, bold, links. */
import { Fragment } from 'preact'
import { type Block, lightText, type Piece } from '../../design/light-text.ts'

export function LightText({ text }: { text: string }) {
  return <div class="light-text">{numbered(lightText(text)).map(blockOf)}</div>
}

/** The parts of one text, told apart by their place. */
function numbered<T>(parts: T[]): { key: string; part: T }[] {
  return parts.map((part, place) => ({ key: `${place}`, part }))
}

function blockOf({ key, part: { kind, lines } }: { key: string; part: Block }) {
  const drawn = numbered(lines)
  if (kind === 'paragraph')
    return (
      <p key={key}>
        {drawn.map(({ key, part }) => (
          <Fragment key={key}>
            {key !== '0' && <br />}
            {numbered(part).map(pieceOf)}
          </Fragment>
        ))}
      </p>
    )
  const List = kind === 'bullets' ? 'ul' : 'ol'
  return (
    <List key={key}>
      {drawn.map(({ key, part }) => (
        <li key={key}>{numbered(part).map(pieceOf)}</li>
      ))}
    </List>
  )
}

function pieceOf({ key, part: { text, bold, link } }: { key: string; part: Piece }) {
  if (link)
    return (
      <a key={key} href={link} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    )
  return bold ? <b key={key}>{text}</b> : <Fragment key={key}>{text}</Fragment>
}
