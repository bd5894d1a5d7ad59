import type { ImageRole } from './document'

/** The service's limit for one picture. */
const MOST_BYTES = 1_000_000

/** Points that the wallets give a picture; we send three pixels for each, for the sharpest screens. */
export const SIZES: Record<ImageRole, { width: number; height: number; fit: 'fill' | 'inside' }> = {
  icon: { width: 38, height: 38, fit: 'fill' },
  logo: { width: 160, height: 50, fit: 'inside' },
  strip: { width: 375, height: 144, fit: 'fill' },
  hero: { width: 344, height: 112, fit: 'fill' },
  primaryLogo: { width: 126, height: 30, fit: 'inside' },
  background: { width: 345, height: 505, fit: 'fill' },
}

export type Frame = { width: number; height: number; x: number; y: number; drawWidth: number; drawHeight: number }

/** How a picture is drawn into its place: filling it and losing what stands out, or whole inside it. */
export function frameOf(image: { width: number; height: number }, role: ImageRole, scale: number): Frame {
  const place = SIZES[role]
  const [most, high] = [place.width * scale, place.height * scale]
  if (place.fit === 'inside') {
    const share = Math.min(most / image.width, high / image.height)
    const width = Math.max(1, Math.min(most, Math.round(image.width * share)))
    const height = Math.max(1, Math.min(high, Math.round(image.height * share)))
    return { width, height, x: 0, y: 0, drawWidth: width, drawHeight: height }
  }
  const share = Math.max(most / image.width, high / image.height)
  const [drawWidth, drawHeight] = [image.width * share, image.height * share]
  return { width: most, height: high, x: (most - drawWidth) / 2, y: (high - drawHeight) / 2, drawWidth, drawHeight }
}

/** Whether an uploaded picture may be used in a place, by the service's rules. */
export function suits(image: { width: number; height: number }, role: ImageRole): boolean {
  const place = SIZES[role]
  const sharp = image.width >= place.width * 2 || image.height >= place.height * 2
  const shape = (image.width * place.height) / (image.height * place.width)
  if (role === 'icon') return sharp && image.width === image.height
  return sharp && (place.fit === 'inside' ? shape < 1.02 : shape > 0.9 && shape < 1.12)
}

export class NotAPicture extends Error {}
export class TooHeavy extends Error {}

/** Any picture a browser can show, as the PNG that a place of the card wants; base64. */
export async function preparePicture(file: File, role: ImageRole): Promise<string> {
  const image = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  try {
    for (const scale of [3, 2]) {
      const png = await draw(image, frameOf(image, role, scale))
      if (png.size <= MOST_BYTES) return await base64(png)
    }
    throw new TooHeavy()
  } finally {
    image.close()
  }
}

async function draw(image: ImageBitmap, frame: Frame): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = frame.width
  canvas.height = frame.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new NotAPicture()
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, frame.x, frame.y, frame.drawWidth, frame.drawHeight)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), 'image/png'),
  )
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
