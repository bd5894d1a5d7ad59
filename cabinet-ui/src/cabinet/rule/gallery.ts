import type { Words } from '../condition/words'
import { type Local, type Rule, withFreshId } from './document/rule'
import ready from './gallery.json'

export const SECTIONS = ['earn', 'more', 'gift', 'discount'] as const

/** A ready rule; `$tier`, `$store`, `$category` and `$promoSet` stand for one of the shop's own. */
export type Ready = { section: (typeof SECTIONS)[number]; about: Local; rule: Rule }

export const READY = ready as Ready[]

const OWN = { $tier: 'tier', $store: 'store', $category: 'category', $promoSet: 'promoSet' } as const

/** What stands for one of the shop's own; a tier is the highest, the others the first. */
function own(mark: string, words: Words): string | undefined {
  const of = OWN[mark as keyof typeof OWN]
  return of && words.choices(of).at(of === 'tier' ? -1 : 0)?.value
}

/** A rule of the gallery for this shop; undefined where the shop has nothing of what it is about. */
export function readyRule(one: Ready, words: Words): Rule | undefined {
  const marks = JSON.stringify(one.rule).match(/"\$\w+"/g) ?? []
  if (marks.some((mark) => own(JSON.parse(mark), words) === undefined)) return undefined
  const rule = JSON.parse(JSON.stringify(one.rule), (_, value) =>
    typeof value === 'string' ? (own(value, words) ?? value) : value,
  ) as Rule
  return withFreshId(rule, rule.id)
}

/** A rule to begin with from a blank page. */
export function blankRule(): Rule {
  // biome-ignore lint/suspicious/noThenProperty: the document's own word, and nothing that is awaited
  return withFreshId({ id: 'rule', name: { ru: '', en: '' }, then: { type: 'earnPercent', percentBp: 500 } }, 'rule')
}
