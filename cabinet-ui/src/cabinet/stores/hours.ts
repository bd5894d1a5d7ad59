const WRITTEN = /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/

/** What was typed, such as "9-21", as it is sent: "09:00-21:00"; undefined: it makes no sense. */
export function readHours(typed: string): string | undefined {
  if (!typed.trim()) return ''
  const match = WRITTEN.exec(typed.trim())
  if (!match) return undefined
  const [, from = '', fromMinute = '00', to = '', toMinute = '00'] = match
  const right = Number(from) < 24 && Number(fromMinute) < 60 && Number(toMinute) < 60
  const end = Number(to) < 24 || (Number(to) === 24 && toMinute === '00')
  return right && end ? `${from.padStart(2, '0')}:${fromMinute}-${to.padStart(2, '0')}:${toMinute}` : undefined
}
