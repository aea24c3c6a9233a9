/** The mark and the few signs the portal needs, drawn in the text's colour. */
import type { ComponentChildren } from 'preact'

export function Mark() {
  return (
    <svg class="mark" width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="3">
        <path d="M9 4h14a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H12l-5 3v-3.6A5 5 0 0 1 4 23V9a5 5 0 0 1 5-5z" />
        <rect x="12" y="12" width="8" height="8" rx="2" fill="currentColor" />
      </g>
    </svg>
  )
}

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  )
}

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
)
export const CameraIcon = () => (
  <Icon>
    <path d="M4 8.5h3.5l1.5-2.5h6l1.5 2.5H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1z" />
    <circle cx="12" cy="13.5" r="3.2" />
  </Icon>
)
export const CrossIcon = () => (
  <Icon>
    <path d="M7 7l10 10M17 7L7 17" />
  </Icon>
)
export const AgainIcon = () => (
  <Icon>
    <path d="M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4" />
  </Icon>
)
export const VideoIcon = () => (
  <Icon>
    <rect x="3.5" y="6" width="17" height="12" rx="2" />
    <path d="M10.5 9.5v5l4-2.5z" />
  </Icon>
)
export const LogIcon = () => (
  <Icon>
    <path d="M6 3.5h8l4 4V20a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 6 20zM9 11h6M9 14h6M9 17h4" />
  </Icon>
)
export const CheckIcon = () => (
  <Icon>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
)
export const PhoneIcon = () => (
  <Icon>
    <rect x="7" y="3" width="10" height="18" rx="2" />
    <path d="M11 18h2" />
  </Icon>
)
