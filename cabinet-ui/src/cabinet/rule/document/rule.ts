import type { Locale } from '@/base/i18n/locale'
import type { Condition } from '../../condition/condition'
import type { Goods } from '../../condition/fields/goods'

/** The part of a program's document that rules need; what is not named here stays as it is. */
export type Local = Record<Locale, string>
export type Effect = { type: string; goods?: Goods; [part: string]: unknown }
export type GroupMode = 'STACK' | 'FIRST' | 'MAX_PER_LINE' | 'MAX_PER_RECEIPT'
export type Caps = { perLine?: number | null; perReceipt?: number | null }
export type Budget = { total?: number | null; perMember?: number | null; usesPerMember?: number | null }
export type Validity = { from?: string | null; through?: string | null }

export type Rule = {
  id: string
  name: Local
  when?: Condition
  then: Effect
  priority?: number
  group?: string | null
  audience?: 'MEMBERS' | 'EVERYBODY'
  caps?: Caps
  budget?: Budget | null
  validity?: Validity
  enabled?: boolean
  [part: string]: unknown
}

export type Program = {
  tiers?: { id: string; name: Local; rank: number; [part: string]: unknown }[]
  groups?: { id: string; mode: GroupMode }[]
  rules?: Rule[]
  [part: string]: unknown
}

/**
 * A key that no rule ever had, not even one that was removed: what was given by it, once or within a budget, is counted
 * by its key.
 */
export function freshId(base: string): string {
  const letters = crypto.getRandomValues(new Uint8Array(6))
  return `${base.slice(0, 50)}-${Array.from(letters, (byte) => (byte % 36).toString(36)).join('')}`
}

/** The rule with another effect. */
export function withEffect(rule: Rule, effect: Effect): Rule {
  // biome-ignore lint/suspicious/noThenProperty: the document's own word, and nothing that is awaited
  return { ...rule, then: effect }
}

/** The rule under a key of its own, as are the stamps that it counts. */
export function withFreshId(rule: Rule, base: string): Rule {
  const id = freshId(base)
  return withEffect({ ...rule, id }, 'counter' in rule.then ? { ...rule.then, counter: id } : rule.then)
}

/** Without the members that hold nothing. */
export function tidy<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null)) as T
}
