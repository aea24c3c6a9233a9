import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetLimits } from './sheet-limits.ts'
import { openZip } from './zip.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** An archive of one part `a`, as ZIP has it: its head, its bytes, the directory, the end. */
async function anArchive(content: Buffer): Promise<string> {
  const packed = deflateRawSync(content)
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(content.length, 8)
  sizes.writeUInt16LE(1, 12)
  const method = Buffer.from('1400000008000000', 'hex')
  const head = [Buffer.from('504b0304', 'hex'), method, Buffer.alloc(2), sizes, Buffer.from('a')]
  const local = Buffer.concat([...head, packed])
  const versions = Buffer.from('504b01021400', 'hex')
  const directory = Buffer.concat([
    versions,
    method,
    Buffer.alloc(2),
    sizes,
    Buffer.alloc(14),
    Buffer.from('a'),
  ])
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  const path = join(folder, `${content.length}.zip`)
  await writeFile(path, Buffer.concat([local, directory, end]))
  return path
}

describe('a part of an archive', () => {
  const most = sheetLimits.worksheet
  const large = sheetLimits.harmless + 1

  it('is not opened when it packs like nothing people write', async () => {
    const zip = await openZip(await anArchive(Buffer.alloc(large, '<c/>')))
    await expect(zip.open('a', most)).rejects.toMatchObject({ code: 'sheet_unreadable' })
    zip.close()
  })

  it('is opened when it is only large, or only packs well', async () => {
    const mixed = Buffer.concat([randomBytes(1024 ** 2), Buffer.alloc(large, 'a')])
    for (const content of [mixed, Buffer.alloc(1024 ** 2, 'a')]) {
      const zip = await openZip(await anArchive(content))
      let size = 0
      for await (const chunk of await zip.open('a', most)) size += chunk.length
      expect(size).toBe(content.length)
      zip.close()
    }
  })
})
