import type { Schemas } from '@/base/api/client'

export const CODE_LENGTH = 6

/** Digits of what was typed or pasted: "Your code: 123 456" gives 123456. */
export function codeOf(text: string): string {
  const plain = text.replace(/(\d)[\s-]+(?=\d)/g, '$1')
  const whole = new RegExp(`(?<!\\d)\\d{${CODE_LENGTH}}(?!\\d)`).exec(plain)
  return whole ? whole[0] : text.replace(/\D/g, '').slice(0, CODE_LENGTH)
}

/** The newest message with a code that came to this phone after the sign-up began (a little slack for clocks). */
export function newestCode(messages: readonly Schemas['MailboxMessage'][], phone: string, since: number) {
  const mine = messages.filter((m) => m.to === phone && Date.parse(m.at) >= since - 5000)
  mine.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  for (const message of mine) {
    const code = codeOf(message.text)
    if (code.length === CODE_LENGTH) return { id: message.id, text: message.text, code }
  }
  return undefined
}

/** Seconds as "0:42". */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
