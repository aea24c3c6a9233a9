/** Our own line icons: 24-unit grid, one stroke, as in the mark. */
const paths = {
  inbox: 'M4 5h16v14H4zM4 14h5l1.5 2h3L15 14h5',
  radar: 'M12 12 18 6M12 3.5a8.5 8.5 0 1 0 8.5 8.5M12 8a4 4 0 1 0 4 4M18.5 4.5v.01',
  problem: 'M6 4h12v16l-6-4-6 4z',
  release: 'M12 20V5m-6 6 6-6 6 6M5 20h14',
  insights: 'M5 20V10m5 10V4m5 16v-7m5 7H3',
  import: 'M12 4v11m-4.5-4L12 15.5 16.5 11M4 16v4h16v-4',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M6 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M16 16l4.5 4.5',
  reply: 'M9 6 4 11l5 5M4 11h9c4 0 7 2.5 7 7',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 9h7m-7 3.5h4',
  assign: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7M5 20c0-4 3-6 7-6s7 2 7 6',
  flag: 'M6 21V4h12l-3 4.5L18 13H6',
  move: 'M4 7h6l2 2h8v10H4zM10 14h6m-2.5-2.5L16 14l-2.5 2.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  reopen: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5',
  attach: 'm8.5 12.5 6-6a3 3 0 0 1 4.2 4.2l-8 8a5 5 0 0 1-7-7L11 4.5',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9.5 6 6 6-6',
  back: 'm14.5 5.5-6.5 6.5 6.5 6.5',
  next: 'm9.5 5.5 6.5 6.5-6.5 6.5',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8M12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17',
  person: 'M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7M5 20c0-4 3-6 7-6s7 2 7 6',
  people:
    'M9 5.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7M3 20c0-4 3-6 6-6s6 2 6 6M16 5.5a3.5 3.5 0 0 1 0 7m2 2c2 .8 3 3 3 5.5',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
  play: 'M8 5.5v13l10.5-6.5z',
  download: 'M12 4v11m-4.5-4L12 15.5 16.5 11M5 20h14',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  speech: 'M5 5h14v11h-7l-4.5 3.5V16H5z',
  answer: 'M5 4h10a4 4 0 0 1 4 4v12H9a4 4 0 0 1-4-4zM5 16a4 4 0 0 1 4-4h10M9 8h6',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13',
  help: 'M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8v.5M12 18v.5M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17',
  warn: 'M12 4 2.5 20h19zM12 10v4.5m0 2.5v.3',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16M12 8v4.5l3 2',
  open: 'M13 5h6v6M19 5l-8.5 8.5M10 6H5v13h13v-5',
} as const
export type IconName = keyof typeof paths

/** Decorative: whoever uses it gives the label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 17 ? 1.6 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark: 回, a square within a square, with the tail of a speech bubble. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      stroke="var(--jade)"
      strokeWidth="3"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M9 4h14a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H12l-5 3v-3.6A5 5 0 0 1 4 23V9a5 5 0 0 1 5-5z" />
      <rect x="12" y="12" width="8" height="8" rx="2" fill="var(--jade)" />
    </svg>
  )
}
