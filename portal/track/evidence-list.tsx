/** Files of a case. An image cannot send a header, so the claim travels in its address. */
import { urlOf } from '../../contract/client.ts'
import { downloadEvidence, type FileView } from '../../contract/files.ts'
import { sizeWords } from '../evidence/file-kind.ts'
import { LogIcon } from '../pieces/icons.tsx'
import type { Claim } from '../routes.ts'
import { useSettings } from '../settings.ts'

export interface CaseOf {
  workspace: string
  claim: Claim
}

export function EvidenceList({ evidence, of }: { evidence: FileView[]; of: CaseOf }) {
  const { words } = useSettings()
  if (evidence.length === 0) return null
  return (
    <ul class="files">
      {evidence.map((file) => (
        <li key={file.id}>
          {file.kind === 'image' && (
            <a
              href={addressOf(file, of)}
              target="_blank"
              rel="noreferrer"
              aria-label={words.evidence.open(file.name)}
            >
              <img
                src={addressOf(file, of)}
                alt={file.name}
                loading="lazy"
                width={file.width ?? undefined}
                height={file.height ?? undefined}
              />
            </a>
          )}
          {file.kind === 'video' && (
            // biome-ignore lint/a11y/useMediaCaption: customers' recordings have no captions
            <video
              src={addressOf(file, of)}
              controls
              preload="none"
              playsInline
              aria-label={file.name}
            />
          )}
          {file.kind !== 'image' && file.kind !== 'video' && (
            <a class="chip" href={addressOf(file, of)} target="_blank" rel="noreferrer">
              <LogIcon />
              {file.name} <span class="hint">{sizeWords(file.size)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const addressOf = (file: FileView, { workspace, claim }: CaseOf) =>
  urlOf(downloadEvidence, {
    params: { workspace, number: claim.number, fileId: file.id },
    query: { claim: `${claim.number}-${claim.code}` },
  })
