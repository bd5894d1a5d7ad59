import { freeId, type GroupMode, type ProgramDoc, type Rule, type RuleGroup } from './program'

/** Rules act phase by phase; within a phase by priority, then by id. */
export type Phase = 'discount' | 'earn' | 'multiply' | 'grant'

export function phaseOf(rule: Rule): Phase {
  const type = rule.then?.type ?? ''
  if (type === 'multiplyEarn') return 'multiply'
  if (type === 'grantBonus') return 'grant'
  return type.startsWith('earn') ? 'earn' : 'discount'
}

export type Placed = { rule: Rule; index: number }

const priority = (rule: Rule) => rule.priority ?? 100
const before = (a: Rule, b: Rule) => priority(a) - priority(b) || (a.id < b.id ? -1 : 1)

/** A phase's rules in the order in which they act, each with its place in the document. */
export function rulesOf(doc: ProgramDoc, phase: Phase): Placed[] {
  return (doc.rules ?? [])
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => phaseOf(rule) === phase)
    .sort((a, b) => before(a.rule, b.rule))
}

type Competing = RuleGroup & { mode: Exclude<GroupMode, 'STACK'> }
export type Contest = { group: Competing | undefined; rules: Placed[] }

const competing = (group: RuleGroup): group is Competing => group.mode !== 'STACK'

/** Rules that compete stand together, where the first of them acts; groups in which nobody loses are none. */
export function contestsOf(doc: ProgramDoc, phase: Phase): Contest[] {
  const contests: Contest[] = []
  for (const placed of rulesOf(doc, phase)) {
    const group = doc.groups?.filter(competing).find((one) => one.id === placed.rule.group)
    const known = group && contests.find((one) => one.group === group)
    if (known) known.rules.push(placed)
    else contests.push({ group, rules: [placed] })
  }
  return contests
}

/** The rule and its neighbour change places; priorities change as little as that takes. */
export function withRuleMoved(doc: ProgramDoc, id: string, by: -1 | 1): ProgramDoc {
  const rule = doc.rules?.find((one) => one.id === id)
  if (!rule) return doc
  const order = rulesOf(doc, phaseOf(rule)).map((one) => one.rule)
  const places = order.map(priority)
  const at = order.indexOf(rule)
  const other = order[at + by]
  if (!other) return doc
  order[at] = other
  order[at + by] = rule
  const next = new Map<string, number>()
  order.forEach((one, index) => {
    const above = order[index - 1]
    // Of two with one priority the lower id acts first.
    const least = above ? (next.get(above.id) ?? 0) + (above.id < one.id ? 0 : 1) : Number.NEGATIVE_INFINITY
    next.set(one.id, Math.max(places[index] ?? 0, least))
  })
  const changed = (one: Rule) => next.has(one.id) && next.get(one.id) !== priority(one)
  return { ...doc, rules: doc.rules?.map((one) => (changed(one) ? { ...one, priority: next.get(one.id) } : one)) }
}

export function withRule(doc: ProgramDoc, rule: Rule): ProgramDoc {
  const rules = doc.rules ?? []
  const known = rules.some((one) => one.id === rule.id)
  return { ...doc, rules: known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule] }
}

/** Nothing is left of a group that loses its last rule. */
export function withoutRule(doc: ProgramDoc, id: string): ProgramDoc {
  const rules = doc.rules?.filter((one) => one.id !== id)
  const left = doc.rules?.find((one) => one.id === id)?.group
  const emptied = left && !rules?.some((one) => one.group === left)
  return { ...doc, rules, ...(emptied && { groups: doc.groups?.filter((one) => one.id !== left) }) }
}

/** Exactly these rules compete, in this way; fewer than two do not. */
export function withContest(
  doc: ProgramDoc,
  groupId: string | undefined,
  mode: GroupMode,
  ids: readonly string[],
): ProgramDoc {
  const groups = doc.groups ?? []
  const id = groupId ?? freeId('group', groups)
  const competes = ids.length > 1
  const old = groups.find((one) => one.id === id)
  const others = groups.filter((one) => one.id !== id)
  const rules = doc.rules?.map((rule) => {
    if (competes && ids.includes(rule.id)) return { ...rule, group: id }
    if (rule.group !== id) return rule
    const { group: _, ...alone } = rule
    return alone as Rule
  })
  if (!competes) return { ...doc, groups: others, rules }
  const group: RuleGroup = { ...old, id, mode }
  return { ...doc, groups: old ? groups.map((one) => (one.id === id ? group : one)) : [...groups, group], rules }
}
