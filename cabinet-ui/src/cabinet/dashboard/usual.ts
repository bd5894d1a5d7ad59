export type DayRow = { from: string; revenue: number; receipts: number }

/** The same weekday eight weeks back: what a day like this one usually brings, by the middle of them; none: too few to say. */
export function usual(rows: readonly DayRow[], today: string, figure: (row: DayRow) => number): number | undefined {
  const same = rows
    .filter((row) => row.from < today && (Date.parse(today) - Date.parse(row.from)) % (7 * 86_400_000) === 0)
    .map(figure)
    .slice(-8)
    .sort((a, b) => a - b)
  if (same.filter((value) => value !== 0).length < 3) return undefined
  const middle = same.length / 2
  const low = same[Math.ceil(middle) - 1] ?? 0
  const high = same[Math.floor(middle)] ?? 0
  return Math.round((low + high) / 2)
}

/** So many days before; a plain date, which no zone may move. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
}
