export type Platform = 'iphone' | 'android' | 'desktop'

/** An iPad has no Wallet for passes and says it is a Mac: it gets the desktop's page with the QR code. */
export function platformOf(userAgent: string): Platform {
  if (/iPhone|iPod/.test(userAgent)) return 'iphone'
  if (/Android/.test(userAgent)) return 'android'
  return 'desktop'
}
