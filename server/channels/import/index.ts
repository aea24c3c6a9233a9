/** What can be done with an import, for whoever does it without HTTP. */
import { checkImport } from './check-import.ts'
import { discardImport } from './discard-import.ts'
import { rejectedSheet } from './download-rejected.ts'
import { showImport } from './list-imports.ts'
import { mapImport } from './map-import.ts'
import { openImport } from './open-import.ts'
import { startImport } from './start-import.ts'

export const imports = {
  open: openImport,
  map: mapImport,
  check: checkImport,
  start: startImport,
  show: showImport,
  discard: discardImport,
  rejectedSheet,
} as const
