/** A part of a document; what a form does not know of it stays. */
export type Condition = { type: string; [part: string]: unknown }
export type Group = Condition & { type: 'all' | 'any'; of: Condition[] }
export type Not = Condition & { type: 'not'; of: Condition }

export const ALWAYS: Condition = { type: 'always' }
/** Deeper nesting nobody reads; the editor offers groups down to here and shows deeper ones all the same. */
export const DEEPEST = 2
/** The most a group may hold. */
export const MOST = 20

export function isGroup(value: Condition): value is Group {
  return (value.type === 'all' || value.type === 'any') && Array.isArray(value.of)
}

export function isNot(value: Condition): value is Not {
  return value.type === 'not' && typeof value.of === 'object' && value.of !== null
}

export type Part = { value: Condition; pointer: string }

/** What stands in a list of conditions, each with its place. A lone condition is a list of one. */
export function partsOf(value: Condition | null | undefined): Part[] {
  if (!value || value.type === 'always') return []
  if (!isGroup(value)) return [{ value, pointer: '' }]
  return value.of.map((one, index) => ({ value: one, pointer: `/of/${index}` }))
}

/** The same list with other conditions: nothing is "always", one stands alone, several are a group. */
export function withParts(before: Condition | null | undefined, parts: Condition[]): Condition {
  if (parts.length === 0) return ALWAYS
  if (before && isGroup(before)) return { ...before, of: parts }
  const only = parts[0]
  return parts.length === 1 && only && !isGroup(only) ? only : { type: 'all', of: parts }
}

export function modeOf(value: Condition | null | undefined): 'all' | 'any' {
  return value && isGroup(value) ? value.type : 'all'
}

/** "All of these" or "any of these". */
export function withMode(value: Condition, mode: 'all' | 'any'): Condition {
  return isGroup(value) ? { ...value, type: mode } : { type: mode, of: partsOf(value).map((part) => part.value) }
}

/** The opposite; of the opposite, the thing itself. */
export function negated(value: Condition): Condition {
  return isNot(value) ? value.of : { type: 'not', of: value }
}
