import type { Schemas } from '@/base/api/client'

export type Identity = Schemas['Identity']

/** What is known of an identity besides its dates; the service never shows a private key. */
export type Detail = {
  passTypeIdentifier?: string
  teamIdentifier?: string
  nfc?: boolean
  certificateUntil?: string
  intermediateUntil?: string
  development?: boolean
  csrPem?: string
  clientEmail?: string
  issuerId?: string
  projectId?: string
  privateKeyId?: string
  applePublicKey?: string
  googlePublicKeyPem?: string
}

export function detailOf(identity: Identity): Detail {
  return identity.detail as Detail
}

const RANK: Record<Identity['state'], number> = { ACTIVE: 0, STORED: 1, RETIRED: 2 }

/** What is in use first, then what waits, then what was; newer before older. */
export function inOrder(identities: readonly Identity[]): Identity[] {
  return [...identities].sort((a, b) => RANK[a.state] - RANK[b.state] || b.createdAt.localeCompare(a.createdAt))
}

/** What deserves a banner: in use and ending soon; the worst first. */
export function endingSoon(identities: readonly Identity[]): Identity[] {
  return identities
    .filter((one) => one.state === 'ACTIVE' && one.warning)
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
}

/** Which of the two certificates ends first: Apple's own intermediate one may. */
export function endsFirst(detail: Detail): 'certificate' | 'intermediate' | undefined {
  if (!detail.certificateUntil || !detail.intermediateUntil) return undefined
  return detail.intermediateUntil < detail.certificateUntil ? 'intermediate' : 'certificate'
}

/** The same for a file among PEM: what Apple's portal hands out (.cer) is the certificate's bytes. */
export async function pemText(file: Blob): Promise<string> {
  const text = await fileText(file)
  return text.includes('-----BEGIN') ? text : `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`
}

/** A file as the service wants it: text as it is when it is PEM, base64 of the bytes otherwise. */
export async function fileText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  if (text.includes('-----BEGIN')) return text
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
