import { Fragment } from 'react'
import { type Block, lightText, type Piece } from '../../design/light-text.ts'

/** A known answer as customers see it. */
export function LightText({ text }: { text: string }) {
  return (
    <div className="light-text">
      {lightText(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text, in their order
        <BlockOf key={index} block={block} />
      ))}
    </div>
  )
}

function BlockOf({ block: { kind, lines } }: { block: Block }) {
  const drawn = lines.map((pieces, index) => ({ key: `${index}`, pieces }))
  if (kind === 'paragraph')
    return (
      <p>
        {drawn.map(({ key, pieces }, index) => (
          <Fragment key={key}>
            {index > 0 && <br />}
            <Pieces pieces={pieces} />
          </Fragment>
        ))}
      </p>
    )
  const List = kind === 'bullets' ? 'ul' : 'ol'
  return (
    <List>
      {drawn.map(({ key, pieces }) => (
        <li key={key}>
          <Pieces pieces={pieces} />
        </li>
      ))}
    </List>
  )
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, bold, link }, index) => {
    const key = `${index}`
    if (link)
      return (
        <a key={key} href={link} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      )
    return bold ? <strong key={key}>{text}</strong> : <Fragment key={key}>{text}</Fragment>
  })
}
