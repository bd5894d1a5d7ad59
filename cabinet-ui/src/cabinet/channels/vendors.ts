import type { Schemas } from '@/base/api/client'

type Kind = Schemas['ChannelKind']
type Vendor = Schemas['ChannelVendor']

/** What a vendor wants to know beside its key; the field's words stand in the texts. */
export type Setting = 'login' | 'sender' | 'host' | 'port' | 'security' | 'from'

type Offer = { name: string; needs: readonly Setting[]; may: readonly Setting[]; keyed: boolean }

export const vendors: Partial<Record<Vendor, Offer>> = {
  SMSRU: { name: 'SMS.ru', needs: [], may: ['sender'], keyed: true },
  SMSC: { name: 'SMSC', needs: ['login'], may: ['sender'], keyed: true },
  SMSAERO: { name: 'SMS Aero', needs: ['login', 'sender'], may: [], keyed: true },
  EXOLVE: { name: 'МТС Exolve', needs: ['sender'], may: [], keyed: true },
  SMTP: { name: 'SMTP', needs: ['host', 'port', 'security', 'from'], may: ['login'], keyed: false },
}

export const vendorsOf: Partial<Record<Kind, readonly Vendor[]>> = {
  SMS: ['SMSRU', 'SMSC', 'SMSAERO', 'EXOLVE'],
  MAIL: ['SMTP'],
}

export const kinds = ['SMS', 'MAIL'] as const satisfies readonly Kind[]

export function vendorName(vendor: Vendor): string {
  return vendors[vendor]?.name ?? vendor
}
