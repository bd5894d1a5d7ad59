import { createContext, useContext } from 'react'
import type { Schemas } from '@/base/api/client'
import { type DesignDoc, type Face, getAt, type Path, pathText } from './document'

export type Problems = ReadonlyArray<{ path: string; text: string }>

type Form = {
  doc: DesignDoc
  set: (path: Path, value: unknown) => void
  problems: Problems
  /** Whose look is edited: a tier's id, or nothing for everybody. */
  tier: string
  tiers: readonly Schemas['Tier'][]
}

export const FormContext = createContext<Form | null>(null)

export function useDesignForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('no design form above this component')
  return form
}

/** Where colours, pictures and fields of the edited look stand. */
export function facePath(tier: string): Path {
  return tier ? ['tiers', tier] : []
}

export function faceOf(doc: DesignDoc, tier: string): Face {
  return (tier ? doc.tiers?.[tier] : doc) ?? {}
}

/** The id of an input, by which a mistake's link finds it. */
export function inputId(path: Path | string): string {
  return `design-${(typeof path === 'string' ? path : pathText(path)).replace(/[^\w-]/g, '-')}`
}

/** A value of the document with what the service says against it. */
export function useValue<T>(path: Path): { value: T | undefined; set: (value: T | undefined) => void; error?: string } {
  const { doc, set, problems } = useDesignForm()
  return { value: getAt(doc, path) as T | undefined, set: (value) => set(path, value), error: errorAt(problems, path) }
}

/** What is said against exactly this place, or one of its two languages. */
export function errorAt(problems: Problems, path: Path): string | undefined {
  const at = pathText(path)
  const found = problems.filter((one) => one.path === at || one.path === `${at}.ru` || one.path === `${at}.en`)
  return found.length > 0 ? found.map((one) => one.text).join('; ') : undefined
}
