import type { FileView } from '../../../contract/files.ts'
import type { FilesTable } from '../tables.ts'

type Shown = Pick<FilesTable, 'id' | 'kind' | 'name' | 'size' | 'mime' | 'width' | 'height'>

export function presentFile(row: Shown): FileView {
  const { id, kind, name, size, mime, width, height } = row
  return { id, kind, name, size, mime, width, height }
}
