import { useSyncExternalStore } from 'react'

export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const STORAGE_KEY = 'kartela.locale'

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

/** What the person chose before, else the browser's first language that we speak, else English. */
export function initialLocale(saved: string | null, languages: readonly string[]): Locale {
  if (isLocale(saved)) return saved
  for (const language of languages) {
    const short = language.slice(0, 2).toLowerCase()
    if (isLocale(short)) return short
  }
  return 'en'
}

function readSaved(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null // storage is forbidden in some private modes
  }
}

let locale: Locale = initialLocale(readSaved(), typeof navigator === 'undefined' ? [] : navigator.languages)
const listeners = new Set<() => void>()

function announce() {
  if (typeof document !== 'undefined') document.documentElement.lang = locale
}
announce()

/** For code outside components (the API client's Accept-Language). */
export function currentLocale(): Locale {
  return locale
}

export function setLocale(next: Locale) {
  locale = next
  try {
    localStorage.setItem(STORAGE_KEY, next)
  } catch {
    // remembered for this page only
  }
  announce()
  for (const listener of listeners) listener()
}

/** For a reader who chose nothing and whose browser speaks none of our languages: the shop's own. Not remembered. */
export function suggestLocale(next: Locale) {
  const known = navigator.languages.some((language) => isLocale(language.slice(0, 2).toLowerCase()))
  if (known || isLocale(readSaved()) || next === locale) return
  locale = next
  announce()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale, currentLocale)
}
