/**
 * Phones write where a video was taken into MP4 and MOV files (`udta` and `meta` boxes: ISO 14496-12
 * §8.10, QuickTime user data). The boxes become free space of the same size, so that nothing else in
 * the file moves and no picture is touched.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { Invalid } from '../errors.ts'

const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])
const blanked = new Set(['udta', 'meta', 'uuid'])
/** Boxes of a file at most; more is no video. */
const mostBoxes = 20_000
const zeros = Buffer.alloc(64 * 1024)

interface Box {
  type: string
  start: number
  /** Where its content begins. */
  content: number
  end: number
}

/** Throws `file_broken` when the boxes do not add up. */
export async function blankPlaces(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    let left = mostBoxes
    const visit = async (start: number, end: number): Promise<void> => {
      for (let at = start; at + 8 <= end; ) {
        const box = await boxAt(file, at, end)
        left -= 1
        if (box === null || left < 0) throw new Invalid('file_broken', 'file')
        if (blanked.has(box.type)) await blank(file, box)
        else if (containers.has(box.type)) await visit(box.content, box.end)
        at = box.end
      }
    }
    await visit(0, size)
  } finally {
    await file.close()
  }
}

async function boxAt(file: FileHandle, at: number, end: number): Promise<Box | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at)
  const short = buffer.readUInt32BE(0)
  const type = buffer.toString('latin1', 4, 8)
  const wide = short === 1
  if (wide && bytesRead < 16) return null
  const size = sizeOf(short, wide ? Number(buffer.readBigUInt64BE(8)) : 0, end - at)
  const header = wide ? 16 : 8
  if (size < header || at + size > end) return null
  return { type, start: at, content: at + header, end: at + size }
}

/** 0: to the end of what holds it. 1: the wide size follows. */
function sizeOf(short: number, wide: number, rest: number): number {
  if (short === 0) return rest
  return short === 1 ? wide : short
}

async function blank(file: FileHandle, box: Box): Promise<void> {
  await file.write('free', box.start + 4, 'latin1')
  for (let at = box.content; at < box.end; at += zeros.length)
    await file.write(zeros, 0, Math.min(zeros.length, box.end - at), at)
}
