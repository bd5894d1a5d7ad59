/** Minutes of a day as a clock shows them; midnight at the day's end is 00:00. */
export function clockOf(minutes: number): string {
  const of = minutes % 1440
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
}

/** What a clock shows in minutes of the day; undefined while it is being typed. */
export function minutesOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(clock) ?? []
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : undefined
}
