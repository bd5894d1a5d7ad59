export type BirthDate = { day: string; month: string; year: string }
export type BirthDateResult = { date: string | undefined } | { error: 'incomplete' | 'invalid' }

export const NO_DATE: BirthDate = { day: '', month: '', year: '' }

/** All empty is no date; otherwise a real day that has been, at most 120 years ago. */
export function readBirthDate({ day, month, year }: BirthDate, today: Date): BirthDateResult {
  if (!day && !month && !year) return { date: undefined }
  if (!day || !month || year.length < 4) return { error: 'incomplete' }
  const [d, m, y] = [Number(day), Number(month), Number(year)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const real = date.getUTCDate() === d && date.getUTCMonth() === m - 1 && date.getUTCFullYear() === y
  if (!real || date >= today || y < today.getUTCFullYear() - 120) return { error: 'invalid' }
  return { date: date.toISOString().slice(0, 10) }
}
