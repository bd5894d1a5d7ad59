import type { Locale } from '../i18n/locale'
import { texts } from './zoneTexts'

const NAMED = Object.keys(texts).map((key) => key.slice('zone.'.length))

/** The place in words and its clock, such as "Moscow, St Petersburg · UTC+3"; without words of ours "Lisbon · UTC+0". */
export function zoneName(zone: string, locale: Locale, at: Date): string {
  const named: Partial<Record<string, Record<Locale, string>>> = texts
  const place = named[`zone.${zone}`]?.[locale] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  const offset = offsetOf(zone, at)
  return offset ? `${place} · ${offset}` : place
}

function offsetOf(zone: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at)
    const gmt = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
    return gmt === 'GMT' ? 'UTC+0' : gmt.replace('GMT', 'UTC')
  } catch {
    return '' // a zone that this browser does not know
  }
}

export function zoneChoices(locale: Locale, at: Date): { value: string; label: string }[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !NAMED.includes(zone))
  return [...NAMED, ...others].map((value) => ({ value, label: zoneName(value, locale, at) }))
}
