import { ApiError } from '@/base/api/problem'

const PHONE = /^\+?[\d\s().–-]+$/

/** A Russian mobile or city number in any way people type it, as "+79031234567"; undefined for anything else. */
export function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  if (!PHONE.test(text.trim())) return undefined
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`
  return digits.length === 10 && /^[3489]/.test(digits) ? `+7${digits}` : undefined
}

/** The number that was looked for and belongs to nobody: the one to sign up. */
export function unknownPhone(text: string, error: unknown): string | undefined {
  const nobody = error instanceof ApiError && (error.code === 'MEMBER_NOT_FOUND' || error.code === 'CARD_NOT_FOUND')
  return nobody ? phoneOf(text) : undefined
}
