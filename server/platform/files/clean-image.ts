/**
 * Images are drawn anew: turned the right way up, and without what else was in the file: place and
 * camera (EXIF, XMP, IPTC), thumbnails, comments, hidden payloads.
 */
import { stat } from 'node:fs/promises'
import { Invalid } from '../errors.ts'

/** Of all frames together; more would be a bomb, or a picture no screen shows. */
export const mostPixels = 50_000_000
const jpegQuality = 88
const webpQuality = 88
/** Pictures drawn at once: each may need hundreds of megabytes. */
const mostAtOnce = 2

export interface CleanImage {
  mime: string
  ending: string
  width: number
  height: number
  size: number
}

const formats = {
  jpeg: { mime: 'image/jpeg', ending: 'jpg' },
  png: { mime: 'image/png', ending: 'png' },
  webp: { mime: 'image/webp', ending: 'webp' },
  gif: { mime: 'image/gif', ending: 'gif' },
} as const

/** Draws the image at `from` into `to`. Throws `image_too_many_pixels`, `file_broken`. */
export async function cleanImage(from: string, to: string): Promise<CleanImage> {
  return oneOfFew(async () => {
    const sharp = await loadSharp()
    const found = await sharp(from, { limitInputPixels: false }).metadata().catch(broken)
    const { width, height, pages = 1 } = found
    if (width * height * pages > mostPixels)
      throw new Invalid('image_too_many_pixels', '', mostPixels)
    const animated = pages > 1
    const image = sharp(from, { limitInputPixels: mostPixels, animated, failOn: 'error' })
    const upright = animated ? image : image.autoOrient()
    const format = formatOf(found.format)
    const drawn = {
      jpeg: () => upright.jpeg({ quality: jpegQuality }),
      png: () => upright.png(),
      webp: () => upright.webp({ quality: webpQuality }),
      gif: () => upright.gif(),
    }[format]()
    const written = await drawn.toFile(to).catch(broken)
    return {
      ...formats[format],
      width: written.width,
      height: animated ? (written.pageHeight ?? written.height) : written.height,
      size: (await stat(to)).size,
    }
  })
}

/** AVIF takes seconds to write; WebP shows the same everywhere. */
function formatOf(format: string): keyof typeof formats {
  return format in formats ? (format as keyof typeof formats) : 'webp'
}

function broken(cause: unknown): never {
  const error = new Invalid('file_broken')
  error.cause = cause
  throw error
}

/** Loaded with the first picture: most processes never need its memory. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp
}

let drawing = 0
const waiting: (() => void)[] = []

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  drawing += 1
  try {
    return await work()
  } finally {
    drawing -= 1
    waiting.shift()?.()
  }
}
