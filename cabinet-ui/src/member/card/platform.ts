export type Platform = 'iphone' | 'android' | 'desktop'

/** An iPad has no Wallet for passes and says it is a Mac: it gets the desktop's page with the QR code. */
export function platformOf(userAgent: string): Platform {
  if (/iPhone|iPod/.test(userAgent)) return 'iphone'
  if (/Android/.test(userAgent)) return 'android'
  return 'desktop'
}

/** A phone's camera would follow such an address to the phone itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)
}
