import type { Schemas } from '@/base/api/client'

type Kind = Schemas['ChannelKind']
type Vendor = Schemas['ChannelVendor']

/** What a vendor wants to know beside its key; the field's words stand in the texts. */
export type Field =
  | 'login'
  | 'sender'
  | 'host'
  | 'port'
  | 'security'
  | 'from'
  | 'bot'
  | 'group'
  | 'confirmation'
  | 'ids'

type Offer = { name: string; needs: readonly Field[]; may: readonly Field[]; keyed: boolean }

export const vendors: Partial<Record<Vendor, Offer>> = {
  SMSRU: { name: 'SMS.ru', needs: [], may: ['sender'], keyed: true },
  SMSC: { name: 'SMSC', needs: ['login'], may: ['sender'], keyed: true },
  SMSAERO: { name: 'SMS Aero', needs: ['login', 'sender'], may: [], keyed: true },
  EXOLVE: { name: 'MTS Exolve', needs: ['sender'], may: [], keyed: true },
  SMPP: { name: 'SMPP', needs: ['host', 'port', 'security', 'login', 'sender'], may: ['ids'], keyed: true },
  SMTP: { name: 'SMTP', needs: ['host', 'port', 'security', 'from'], may: ['login'], keyed: false },
  MAX: { name: 'MAX', needs: ['bot'], may: [], keyed: true },
  TELEGRAM: { name: 'Telegram', needs: ['bot'], may: [], keyed: true },
  VK: { name: 'VK', needs: ['group'], may: ['confirmation'], keyed: true },
  WEBPUSH: { name: 'Web Push', needs: [], may: [], keyed: false },
}

export const vendorsOf: Partial<Record<Kind, readonly Vendor[]>> = {
  SMS: ['SMSRU', 'SMSC', 'SMSAERO', 'EXOLVE', 'SMPP'],
  MAIL: ['SMTP'],
  MAX: ['MAX'],
  TELEGRAM: ['TELEGRAM'],
  VK: ['VK'],
  WEB: ['WEBPUSH'],
}

export const kinds = ['WEB', 'SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK'] as const satisfies readonly Kind[]

export function vendorName(vendor: Vendor): string {
  return vendors[vendor]?.name ?? vendor
}

/** Where a member is reached by what they connected themselves, at no cost: a chat with the shop's bot, a browser. */
export const isConnected = (kind: Kind) => kind !== 'SMS' && kind !== 'MAIL'

/** What stands in a form that nobody has filled in yet. */
export function startOf(vendor: Vendor): Record<string, string> {
  if (vendor === 'SMTP') return { port: '465', security: 'TLS' }
  return vendor === 'SMPP' ? { port: '3550', security: 'TLS', ids: 'SAME' } : {}
}
