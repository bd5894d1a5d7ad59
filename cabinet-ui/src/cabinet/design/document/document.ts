/** A design's document, as far as the form knows it. What it does not know stays as it is. */
export type Local = string | { ru: string; en: string }
export type Group = 'header' | 'primary' | 'secondary' | 'auxiliary' | 'footer' | 'back'
export type ImageRole = 'icon' | 'logo' | 'strip' | 'hero' | 'primaryLogo' | 'background'
export type ColorRole = 'background' | 'text' | 'label'
export type FieldDoc = {
  key: string
  label?: Local
  value: Local
  change?: Local
  empty?: Local
  when?: string[]
  unless?: string[]
  link?: string
}
export type Face = {
  colors?: Partial<Record<ColorRole, string>>
  images?: Partial<Record<ImageRole, string>>
  fields?: Partial<Record<Group, FieldDoc[]>>
}
export type Place = { latitude: number; longitude: number; text?: Local }
export type Beacon = { uuid: string; major?: number; minor?: number; text?: Local }
export type Relevant = { from: string; until?: string }
export type Action = { id: string; type: string; url: string }
export type Validity = { until?: string; days?: number; months?: number; expired?: 'REFUSE' | 'WARN' }
export type DesignDoc = Face & {
  schema: number
  description?: Local
  logoText?: Local
  style?: string
  barcodes?: string[]
  locations?: Place[]
  maxDistance?: number
  beacons?: Beacon[]
  relevantDates?: Relevant[]
  actions?: Action[]
  sharing?: boolean
  nfc?: boolean
  validity?: Validity
  tiers?: Record<string, Face>
}
export type Path = ReadonlyArray<string | number>

/** Places of the card's front, in the order they stand there. */
export const FRONT: readonly Group[] = ['header', 'primary', 'secondary', 'auxiliary']

export function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], value)
}

/** A copy with another value at the path; undefined takes the key away, and objects that are empty then go with it. */
export function setAt<T>(value: T, path: Path, next: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return next as T
  if (Array.isArray(value)) {
    const copy = [...value]
    copy[key as number] = setAt(copy[key as number], rest, next)
    return copy as T
  }
  const object = { ...(value as Record<string, unknown> | undefined) }
  const inner = setAt(object[key], rest, next)
  if (inner === undefined || (next === undefined && isEmpty(inner))) delete object[key]
  else object[key] = inner
  return object as T
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}

/** As the service writes places in a document: `fields.header[0].value`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${key}` : key
  }, '')
}

/** The place that a place is a part of: `fields.header[0].value`, `fields.header[0]`, `fields.header`, `fields`, nothing. */
export function parentOf(path: string): string {
  return /^(.+)(?:\.[^.[\]]+|\[\d+\])$/.exec(path)?.[1] ?? ''
}

export function both(text: Local | undefined): { ru: string; en: string } {
  if (text === undefined) return { ru: '', en: '' }
  return typeof text === 'string' ? { ru: text, en: text } : { ru: text.ru ?? '', en: text.en ?? '' }
}

/** One text when both languages say the same; nothing when both are empty. */
export function local(ru: string, en: string): Local | undefined {
  if (!ru && !en) return undefined
  return ru === en ? ru : { ru, en }
}

/** The one fact that a value consists of, such as `balance`. */
export function singleFact(value: Local | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  return /^\{([A-Za-z.]+)\}$/.exec(value)?.[1]
}

/** A key that no field of these has yet, beginning with the wanted word. */
export function freshKey(fields: Face['fields'], wanted: string): string {
  const taken = new Set(
    Object.values(fields ?? {})
      .flat()
      .map((field) => field?.key),
  )
  const word = wanted.replace(/[^A-Za-z0-9_-]/g, '_').replace(/^[^A-Za-z]+/, '') || 'field'
  for (let number = 1; ; number++) {
    const key = number === 1 ? word : `${word}${number}`
    if (!taken.has(key)) return key
  }
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list]
  const [item] = copy.splice(from, 1)
  if (item !== undefined) copy.splice(Math.max(0, Math.min(to, copy.length)), 0, item)
  return copy
}

export type Tab = 'look' | 'fields' | 'back' | 'show' | 'more'

/** Where in the form a place of the document is edited. */
export function placeOf(path: string): { tier: string; tab: Tab } {
  const tier = /^tiers\.([^.]+)(?:\.|$)/.exec(path)?.[1] ?? ''
  const rest = tier ? path.slice(`tiers.${tier}.`.length) : path
  if (/^(colors|images)/.test(rest)) return { tier, tab: 'look' }
  if (/^fields\.(back|footer)/.test(rest)) return { tier, tab: 'back' }
  if (/^fields/.test(rest)) return { tier, tab: 'fields' }
  if (/^(barcodes|locations|maxDistance|beacons|relevantDates)/.test(rest)) return { tier, tab: 'show' }
  return { tier, tab: tier ? 'look' : 'more' }
}

/** A tier has a look of its own; what stands here is the same for everybody. */
export function isForAll(tab: Tab): boolean {
  return tab === 'show' || tab === 'more'
}
