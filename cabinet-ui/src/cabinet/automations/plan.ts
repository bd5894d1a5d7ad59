import type { Schemas } from '@/base/api/client'
import type { Translate } from '@/base/i18n/texts'
import type { texts } from './texts'

export type Kind = Schemas['AutomationKind']
export type Plan = Schemas['AutomationRequest']
export type Step = Schemas['AutomationStep']
type Say = Translate<typeof texts>
export type Variable =
  | 'name'
  | 'bonuses'
  | 'expiring'
  | 'earned'
  | 'spent'
  | 'date'
  | 'days'
  | 'tier'
  | 'gift'
  | 'until'

export const kinds: readonly Kind[] = ['WELCOME', 'PURCHASE', 'TIER_UP', 'BURN_WARNING', 'BIRTHDAY', 'WIN_BACK']
export const MOST_STEPS = 5
export const MAX_TEXT = 500

/** From how many days to how many; none: the occasion has no days. */
export const daysOf: Partial<Record<Kind, readonly [number, number]>> = {
  BURN_WARNING: [1, 60],
  BIRTHDAY: [0, 30],
  WIN_BACK: [1, 730],
}

const brings: Record<Kind, readonly Variable[]> = {
  WELCOME: [],
  PURCHASE: ['earned', 'spent', 'date'],
  TIER_UP: ['tier', 'date'],
  BURN_WARNING: ['date', 'days'],
  BIRTHDAY: ['date', 'days'],
  WIN_BACK: ['date', 'days'],
}

export function variablesOf(kind: Kind, gift: boolean): readonly Variable[] {
  return ['name', 'bonuses', 'expiring', ...brings[kind], ...(gift ? (['gift', 'until'] as const) : [])]
}

/** A variable as the service reads it in a text. */
export function braces(t: Say, variable: Variable): string {
  return `{${t(`var.${variable}`)}}`
}

const all: readonly Variable[] = variablesOf('PURCHASE', true).concat('days', 'tier')

/** A ready one to start from. */
export function ready(kind: Kind, t: Say): Plan {
  const words = Object.fromEntries(all.map((variable) => [variable, braces(t, variable)]))
  const days = { WELCOME: 0, PURCHASE: 0, TIER_UP: 0, BURN_WARNING: 3, BIRTHDAY: 0, WIN_BACK: 66 }[kind]
  const gift = kind === 'BIRTHDAY' || kind === 'WIN_BACK' ? { amount: 10_000, days: 7 } : null
  return {
    kind,
    segmentId: null,
    ways: [],
    subject: '',
    steps: [{ days, text: t(`say.${kind}`, words), gift }],
    holdOutPercent: 0,
    budget: null,
  }
}

export function isOffer({ kind, steps }: Plan): boolean {
  return steps.some((step) => !isService(kind, step))
}

/** Whether this message leaves without asking for consent to advertising; as the service sees it. */
export function isService(kind: Kind, step: Step): boolean {
  return kind !== 'BIRTHDAY' && kind !== 'WIN_BACK' && !step.gift
}

export function isComplete({ kind, steps, ways, subject, budget }: Plan): boolean {
  const [least = 0, most = 0] = daysOf[kind] ?? []
  return (
    (budget == null || budget > 0) &&
    steps.every(
      ({ days, text, gift }, i) =>
        text.trim() !== '' &&
        days >= (i > 0 ? 1 : least) &&
        days <= most &&
        (!gift || (gift.amount > 0 && gift.days > 0)),
    ) &&
    (!ways?.includes('MAIL') || Boolean(subject?.trim()))
  )
}

/** As it is sent: what is no advertising is told to everybody. */
export function sound(plan: Plan): Plan {
  return isOffer(plan) ? plan : { ...plan, holdOutPercent: 0 }
}

/** What was saved, to be changed. */
export function planOf({ kind, segmentId, ways, subject, steps, holdOutPercent, budget }: Schemas['Automation']): Plan {
  return { kind, segmentId: segmentId ?? null, ways, subject, steps, holdOutPercent, budget: budget ?? null }
}
