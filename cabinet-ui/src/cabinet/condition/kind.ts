import type { ComponentType } from 'react'
import type { Locale } from '@/base/i18n/locale'
import type { Condition } from './condition'
import type { Words } from './words'

type Local = Record<Locale, string>

/** A mistake or a remark of the service; `pointer` is a JSON pointer from the value that the form holds. */
export type Problem = { pointer: string; severity: 'ERROR' | 'WARNING'; text: Local }

export type FormProps<V> = {
  value: V
  onChange: (value: V) => void
  /** Pointers begin at the value. */
  problems: readonly Problem[]
  words: Words
}

/** One kind of condition: how it begins, is filled in and is read. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds kinds of many shapes, each knows its own
export type Kind<V extends Condition = any> = {
  type: V['type']
  label: Local
  /** Under which heading it stands in the menu. */
  group: Local
  /** Sound at once where the shop has anything to choose. */
  empty: (words: Words) => V
  /** Absent where there is nothing to fill in. */
  Form?: ComponentType<FormProps<V>>
  /** A clause that goes on after "when" / «если»: "the receipt is 1,000 ₽ or more". */
  sentence: (value: V, words: Words) => string
  /** The clause of the opposite, where it reads better than "it is not so that …". */
  opposite?: (value: V, words: Words) => string
}

/** What is said of a part, seen from that part. */
export function under(problems: readonly Problem[], pointer: string): Problem[] {
  return pointer === ''
    ? [...problems]
    : problems
        .filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
        .map((one) => ({ ...one, pointer: one.pointer.slice(pointer.length) }))
}

/** What to write at a field: the first mistake there or below, else the first remark. */
export function said(problems: readonly Problem[], pointer: string, words: Words): string | undefined {
  const here = under(problems, pointer)
  const one = here.find((problem) => problem.severity === 'ERROR') ?? here[0]
  return one?.text[words.locale]
}
