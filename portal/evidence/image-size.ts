/** How a photo travels: as it is, or as a smaller JPEG. */

/** Below this a photo is sent untouched. */
export const SHRINK_ABOVE_BYTES = 1.5 * 1024 * 1024
/** Enough to read a receipt in a photo. */
const TARGET_PIXELS = 5_000_000
/** Long screenshots must stay readable across… */
const READABLE_WIDTH = 1080
/** …as far as the canvas of an old phone goes. */
const CANVAS_PIXELS = 16_000_000
const QUALITY = 0.85

export type ImagePlan =
  | { action: 'keep' }
  | { action: 'redraw'; width: number; height: number; quality: number }

export interface ImageFacts {
  mime: string
  bytes: number
  width: number
  height: number
}

export function planImage({ mime, bytes, width, height }: ImageFacts): ImagePlan {
  const mustConvert = isHeic(mime)
  // Redrawing would stop an animation.
  if (mime === 'image/gif') return { action: 'keep' }
  if (!mustConvert && bytes <= SHRINK_ABOVE_BYTES) return { action: 'keep' }
  const scale = scaleFor(width, height)
  return {
    action: 'redraw',
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    quality: QUALITY,
  }
}

/** A redrawn photo is used when it saves something, or when the original could not be read. */
export function isWorthIt(mime: string, original: number, redrawn: number): boolean {
  return isHeic(mime) || redrawn < original * 0.9
}

export const isHeic = (mime: string) => /^image\/hei[cf]/.test(mime)

function scaleFor(width: number, height: number): number {
  const pixels = width * height
  const comfortable = Math.min(1, Math.sqrt(TARGET_PIXELS / pixels))
  const readable = Math.min(1, READABLE_WIDTH / Math.min(width, height))
  const possible = Math.min(1, Math.sqrt(CANVAS_PIXELS / pixels))
  return Math.min(Math.max(comfortable, readable), possible)
}
