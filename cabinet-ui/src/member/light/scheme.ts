import { useSyncExternalStore } from 'react'

/** Where the component library keeps the choice: one choice for all pages of an installation. */
const STORAGE_KEY = 'mantine-color-scheme-value'
const ATTRIBUTE = 'data-mantine-color-scheme'

type Scheme = 'light' | 'dark'
const listeners = new Set<() => void>()

function saved(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

function current(): Scheme {
  const choice = saved()
  if (choice === 'light' || choice === 'dark') return choice
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function applyScheme() {
  show(current())
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(current()))
}

function show(scheme: Scheme) {
  document.documentElement.setAttribute(ATTRIBUTE, scheme)
  document.documentElement.style.colorScheme = scheme
  for (const listener of listeners) listener()
}

function shown(): Scheme {
  return document.documentElement.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light'
}

export function useScheme(): [Scheme, (next: Scheme) => void] {
  const scheme = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, shown)
  return [
    scheme,
    (next) => {
      try {
        localStorage.setItem(STORAGE_KEY, next)
      } catch {
        // for this page only
      }
      show(next)
    },
  ]
}
