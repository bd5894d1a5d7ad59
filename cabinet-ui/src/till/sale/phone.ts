import { ApiError } from '@/base/api/problem'

const PHONE = /^\+?[\d\s().–-]+$/

/** A Russian mobile or city number in any way people type it, as "+79031234567"; undefined for anything else. */
export function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  if (!PHONE.test(text.trim())) return undefined
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`
  return digits.length === 10 && /^[3489]/.test(digits) ? `+7${digits}` : undefined
}

/** Words of letters, at least one of two, with or without the last digits of a phone: no card is like that. */
export function isName(text: string): boolean {
  const parts = text.trim().split(/\s+/)
  const words = parts.filter((part) => /^[\p{L}'’.-]+$/u.test(part))
  const digits = parts.filter((part) => /^\d{4,}$/.test(part))
  return words.length + digits.length === parts.length && words.some((word) => /\p{L}.*\p{L}/u.test(word))
}

/** Too few digits for a phone, enough for its end; a card's number is tried before. */
export function endsAPhone(text: string): boolean {
  return /^[\d\s-]+$/.test(text.trim()) && /^\d{4,9}$/.test(text.replace(/\D/g, ''))
}

export function nobodyFound(error: unknown): boolean {
  return (
    error instanceof ApiError && ['MEMBER_NOT_FOUND', 'CARD_NOT_FOUND', 'CODE_UNREADABLE'].includes(error.code ?? '')
  )
}

/** The number that was looked for and belongs to nobody: the one to sign up. */
export function unknownPhone(text: string, error: unknown): string | undefined {
  const nobody = error instanceof ApiError && (error.code === 'MEMBER_NOT_FOUND' || error.code === 'CARD_NOT_FOUND')
  return nobody ? phoneOf(text) : undefined
}
