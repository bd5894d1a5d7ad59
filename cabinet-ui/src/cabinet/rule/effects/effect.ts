import type { ComponentType } from 'react'
import type { FormProps } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { Effect, Local } from '../document/rule'

export const PHASES = ['EARN', 'MULTIPLY', 'GRANT', 'DISCOUNT'] as const
/** When it acts; only what acts together can compete. */
export type Phase = (typeof PHASES)[number]

/** One kind of effect: how it begins, is filled in and is read. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds kinds of many shapes, each knows its own
export type EffectKind<E extends Effect = any> = {
  type: E['type']
  phase: Phase
  label: Local
  empty: () => E
  Form: ComponentType<FormProps<E>>
  /** The beginning of a sentence: "30% off on “bakery”". */
  sentence: (value: E, words: Words) => string
}
