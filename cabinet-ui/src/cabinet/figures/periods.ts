import type { FiguresStep } from '@/base/api/queries/figures'

export const PRESETS = ['today', 'week', 'month', 'quarter', 'year'] as const
export type Preset = (typeof PRESETS)[number]
export type Days = { from: string; to: string }

/** From the beginning of the running week, month, quarter or year until today. */
export function daysOf(preset: Preset, today: string): Days {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  if (preset === 'today') return { from: today, to: today }
  if (preset === 'week') {
    const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
    return { from: iso(year, month, day - weekday), to: today }
  }
  if (preset === 'month') return { from: iso(year, month, 1), to: today }
  if (preset === 'quarter') return { from: iso(year, month - ((month - 1) % 3), 1), to: today }
  return { from: iso(year, 1, 1), to: today }
}

/** Which preset these days are; none: dates of one's own. */
export function presetOf(days: Days, today: string): Preset | undefined {
  return PRESETS.find((preset) => {
    const known = daysOf(preset, today)
    return known.from === days.from && known.to === days.to
  })
}

/** No more bars than one can tell apart. */
export function stepFor({ from, to }: Days): FiguresStep {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days <= 45) return 'day'
  return days <= 190 ? 'week' : 'month'
}

/** By day no more than a year is told. */
export function maySee(step: FiguresStep, { from, to }: Days): boolean {
  return step !== 'day' || Date.parse(to) - Date.parse(from) < 366 * 86_400_000
}

export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}

/** By how many per cent it is more; undefined: there was nothing to compare with. */
export function change(now: number, before: number): number | undefined {
  return before > 0 ? Math.round(((now - before) / before) * 100) : undefined
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
