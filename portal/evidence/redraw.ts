/** Photos on a canvas: a smaller copy to send and a thumbnail to show. */
import { isWorthIt, planImage } from './image-size.ts'

const THUMBNAIL_PX = 160

export interface Prepared {
  blob: Blob
  name: string
  thumbnail: string | null
}

/** The file as it should travel. Falls back to the original whenever the browser cannot do better. */
export async function prepareImage(file: Blob, name: string, mime: string): Promise<Prepared> {
  const bitmap = await decode(file)
  if (!bitmap) return { blob: file, name, thumbnail: null }
  try {
    const thumbnail = thumbnailOf(bitmap)
    const { width, height } = bitmap
    const plan = planImage({ mime, bytes: file.size, width, height })
    if (plan.action === 'keep') return { blob: file, name, thumbnail }
    const redrawn = await jpegOf(bitmap, plan)
    if (!redrawn || !isWorthIt(mime, file.size, redrawn.size))
      return { blob: file, name, thumbnail }
    return { blob: redrawn, name: name.replace(/(\.\w+)?$/, '.jpg'), thumbnail }
  } finally {
    bitmap.close()
  }
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

interface Size {
  width: number
  height: number
  quality: number
}

function jpegOf(bitmap: ImageBitmap, { width, height, quality }: Size): Promise<Blob | null> {
  const canvas = draw(bitmap, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

function thumbnailOf(bitmap: ImageBitmap): string | null {
  const side = Math.min(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = THUMBNAIL_PX
  const left = (bitmap.width - side) / 2
  // The top of a long screenshot says more than its middle.
  const top = Math.min((bitmap.height - side) / 2, side / 4)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, THUMBNAIL_PX, THUMBNAIL_PX)
  pen.drawImage(bitmap, left, top, side, side, 0, 0, THUMBNAIL_PX, THUMBNAIL_PX)
  return canvas.toDataURL('image/jpeg', 0.7)
}

function draw(bitmap: ImageBitmap, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen) {
    // Transparent screenshots on white, as they looked.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(bitmap, 0, 0, width, height)
  }
  return canvas
}
