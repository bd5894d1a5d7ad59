const DAY = 86_400_000

/** Days of the shop's calendar; the last one belongs to it. */
export type Period = { from: string; through: string }

export const LENGTHS = ['30', '90', '180', '365'] as const

export function today(now: Date, zone: string | undefined): string {
  return now.toLocaleDateString('sv', { timeZone: zone })
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** So many days with today as the last. */
export function lastDays(days: number, last: string): Period {
  return { from: plusDays(last, 1 - days), through: last }
}
