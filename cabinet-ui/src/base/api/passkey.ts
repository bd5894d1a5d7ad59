import type { Schemas } from './client'

/** The person closed the browser's window, or no authenticator answered in time. */
export class PasskeyCancelled extends Error {}

/** Whether passkeys are good on this page; `origin` is the only address where they are. */
export function passkeysHere(origin: string | null | undefined): boolean {
  return origin === window.location.origin && 'PublicKeyCredential' in window
}

/** Lets an authenticator make a passkey; who it belongs to is verified by it. */
export async function makePasskey(wanted: Schemas['WantedPasskey']): Promise<Omit<Schemas['NewPasskey'], 'name'>> {
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(wanted.challenge),
        rp: { id: wanted.rpId, name: 'Kartela' },
        user: { id: bytes(wanted.userHandle), name: wanted.userName, displayName: wanted.displayName },
        pubKeyCredParams: wanted.algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        excludeCredentials: wanted.exclude.map(descriptor),
        attestation: 'none',
        timeout: wanted.timeout,
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  return { clientDataJson: text(response.clientDataJSON), attestation: text(response.attestationObject) }
}

/** Lets an authenticator show a passkey. */
export async function showPasskey(question: Schemas['PasskeyQuestion']): Promise<Schemas['ShownPasskey']> {
  const shown = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(question.challenge),
        rpId: question.rpId,
        allowCredentials: question.allow.map(descriptor),
        userVerification: 'required',
        timeout: question.timeout,
      },
    }),
  )
  const response = shown.response as AuthenticatorAssertionResponse
  return {
    id: text(shown.rawId),
    ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
    clientDataJson: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  }
}

async function asked(credential: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const given = await credential
    if (given) return given as PublicKeyCredential
  } catch (cause) {
    // One that is there already is told by the same name as nothing else: the person chose the same device again.
    throw new PasskeyCancelled(cause instanceof DOMException ? cause.name : '', { cause })
  }
  throw new PasskeyCancelled()
}

const descriptor = (id: string): PublicKeyCredentialDescriptor => ({ type: 'public-key', id: bytes(id) })

export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}

export function text(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
