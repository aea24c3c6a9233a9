/** Choose, photograph, paste or drop files; see each one on its way. */
import { AgainIcon, CameraIcon, CrossIcon, LogIcon, PlusIcon, VideoIcon } from '../pieces/icons.tsx'
import { useSettings } from '../settings.ts'
import { sentenceForCode } from '../words/words.ts'
import { ACCEPTED, type EvidenceLimits, sizeWords } from './file-kind.ts'
import { isUnderway, type Piece } from './piece.ts'
import type { Tray } from './tray.ts'

interface PickerProps {
  tray: Tray
  pieces: Piece[]
  limits: EvidenceLimits
}

export function EvidencePicker({ tray, pieces, limits }: PickerProps) {
  const { words } = useSettings()
  const { evidence } = words
  const isFull = pieces.filter(({ state }) => state !== 'refused').length >= limits.files
  const said = evidence.limits(
    sizeWords(limits.image),
    sizeWords(limits.video),
    sizeWords(limits.log),
    limits.files,
  )
  return (
    <fieldset class="field evidence">
      <legend>
        {evidence.label}
        <span class="hint"> {words.optional}</span>
      </legend>
      <p class="hint">{said}</p>
      <ul class="tiles">
        {pieces.map((piece) => (
          <Tile key={piece.id} piece={piece} tray={tray} />
        ))}
        {!isFull && (
          <>
            <li class="touch-only">
              <Chooser tray={tray} label={evidence.camera} isCamera />
            </li>
            <li>
              <Chooser tray={tray} label={evidence.add} />
            </li>
          </>
        )}
      </ul>
      <p class="hint pointer-only">{evidence.pasteHint}</p>
      <Problems pieces={pieces} leftOut={tray.leftOut()} />
    </fieldset>
  )
}

interface ChooserProps {
  tray: Tray
  label: string
  isCamera?: boolean
}

function Chooser({ tray, label, isCamera }: ChooserProps) {
  return (
    <label class="chooser">
      {isCamera ? <CameraIcon /> : <PlusIcon />}
      <span>{label}</span>
      <input
        type="file"
        class="unseen"
        accept={isCamera ? 'image/*' : ACCEPTED}
        multiple={!isCamera}
        {...(isCamera ? { capture: 'environment' } : {})}
        onChange={(event) => {
          const input = event.currentTarget
          void tray.add([...(input.files ?? [])])
          input.value = ''
        }}
      />
    </label>
  )
}

function Tile({ piece, tray }: { piece: Piece; tray: Tray }) {
  const { words } = useSettings()
  const { evidence } = words
  const { id, name, state, thumbnail } = piece
  const remove = isUnderway(piece) ? evidence.cancel(name) : evidence.remove(name)
  return (
    <li class={`tile is-${state}`} title={name}>
      {thumbnail ? <img src={thumbnail} alt={name} /> : <NoPicture piece={piece} />}
      {isUnderway(piece) && (
        <progress aria-label={evidence.progress(name)} max={1} value={piece.progress} />
      )}
      <span class="state">{stateWords(piece, evidence)}</span>
      {state === 'failed' && (
        <button
          type="button"
          class="again"
          aria-label={evidence.retry(name)}
          onClick={() => tray.retry(id)}
        >
          <AgainIcon />
        </button>
      )}
      <button type="button" class="off" aria-label={remove} onClick={() => tray.remove(id)}>
        <CrossIcon />
      </button>
    </li>
  )
}

function NoPicture({ piece }: { piece: Piece }) {
  return (
    <span class="file">
      {piece.kind === 'video' ? <VideoIcon /> : <LogIcon />}
      <span>{piece.name}</span>
    </span>
  )
}

type EvidenceWords = ReturnType<typeof useSettings>['words']['evidence']

function stateWords({ state, progress }: Piece, words: EvidenceWords): string {
  if (state === 'preparing') return words.preparing
  if (state === 'waiting') return words.waiting
  if (state === 'uploading') return words.uploading(Math.round(progress * 100))
  return ''
}

/** Each refusal in words, under the pictures; announced when it appears. */
function Problems({ pieces, leftOut }: { pieces: Piece[]; leftOut: number }) {
  const { words, locale } = useSettings()
  const wrong = pieces.filter(({ code }) => code !== null)
  const passing = (code: string | null) =>
    code === 'network' ? words.evidence.offline : words.evidence.failed
  return (
    <div role="status">
      {wrong.map(({ id, name, code, state }) => (
        <p key={id} class="fault">
          {name}
          {locale === 'en' ? ': ' : '：'}
          {state === 'failed'
            ? passing(code)
            : (sentenceForCode(code ?? '', locale) ?? words.evidence.failed)}
        </p>
      ))}
      {leftOut > 0 && <p class="fault">{words.evidence.leftOut(leftOut)}</p>}
    </div>
  )
}
