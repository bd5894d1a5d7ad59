import type { Locale } from '../i18n/locale'
import { texts } from './zoneTexts'

const NAMED = Object.keys(texts).map((key) => key.slice('zone.'.length))

/** The place in words and its clock, such as "Moscow, St Petersburg · UTC+3"; without words of ours "Lisbon · UTC+0". */
export function zoneName(zone: string, locale: Locale, at: Date): string {
  const named: Partial<Record<string, Record<Locale, string>>> = texts
  const place = named[`zone.${zone}`]?.[locale] ?? placeOf(zone, locale, at)
  const offset = offsetOf(zone, at)
  return offset ? `${place} · ${offset}` : place
}

/** As the browser knows the place in the reader's language, "Нью-Йорк"; else by the zone's own name. */
function placeOf(zone: string, locale: Locale, at: Date): string {
  const own = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  if (locale === 'en') return own
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(at)
    const said = parts.find((part) => part.type === 'timeZoneName')?.value
    return said && !/^(GMT|UTC)/.test(said) ? said : own
  } catch {
    return own
  }
}

/** Under what names browsers list some zones still, and how they are called now; null: merged with another. */
const RENAMED: Partial<Record<string, string | null>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': null,
  'America/Godthab': 'America/Nuuk',
  'America/Montreal': null,
  'America/Nipigon': null,
  'America/Pangnirtung': null,
  'America/Rainy_River': null,
  'America/Thunder_Bay': null,
  'America/Yellowknife': null,
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Australia/Currie': null,
  'Europe/Kiev': 'Europe/Kyiv',
  'Europe/Uzhgorod': null,
  'Europe/Zaporozhye': null,
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Johnston': null,
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
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

/** @param own is offered, too, whatever it is */
export function zoneChoices(locale: Locale, at: Date, own?: string): { value: string; label: string }[] {
  const listed = Intl.supportedValuesOf('timeZone').map((zone) => (zone in RENAMED ? RENAMED[zone] : zone))
  const known = new Set([...listed, own].filter((zone) => zone?.includes('/') && !NAMED.includes(zone)))
  const choice = (value: string) => ({ value, label: zoneName(value, locale, at) })
  const collator = new Intl.Collator(locale)
  const others = [...known].flatMap((zone) => (zone ? [choice(zone)] : []))
  return [...NAMED.map(choice), ...others.sort((one, other) => collator.compare(one.label, other.label))]
}
