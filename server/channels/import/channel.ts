import * as contract from '../../../contract/imports.ts'
import { bind } from '../../platform/http/bind.ts'
import type { Channel } from '../channel.ts'
import { checkImport } from './check-import.ts'
import { discardImport } from './discard-import.ts'
import { downloadRejected } from './download-rejected.ts'
import { listImports, showImport } from './list-imports.ts'
import { mapImport } from './map-import.ts'
import { openImport } from './open-import.ts'
import { rereadImport } from './reread-import.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

/** Sheets of what customers said elsewhere. Nothing leaves by them. */
export const importChannel = {
  kind: 'import',
  firstName: { 'zh-CN': '表格导入', en: 'Sheet import' },
  arrive: [
    bind(contract.listImports, listImports),
    bind(contract.openImport, openImport),
    bind(contract.showImport, showImport),
    bind(contract.rereadImport, rereadImport),
    bind(contract.mapImport, mapImport),
    bind(contract.checkImport, checkImport),
    bind(contract.startImport, startImport),
    bind(contract.undoImport, undoImport),
    bind(contract.downloadRejected, downloadRejected),
    bind(contract.discardImport, discardImport),
  ],
} as const satisfies Channel
