import type { Schemas } from '@/base/api/client'

export type Category = Schemas['GoodsCategory']
/** A category in its place: what lies under what comes after it. */
export type Placed = Category & { depth: number; goodsBelow: number }

/** The tree, read from top to bottom. */
export function placed(categories: readonly Category[]): Placed[] {
  const known = new Set(categories.map((one) => one.id))
  const under = new Map<string, Category[]>()
  for (const one of categories) {
    const parent = one.parentId && known.has(one.parentId) ? one.parentId : ''
    under.set(parent, [...(under.get(parent) ?? []), one])
  }
  const walk = (parent: string, depth: number): Placed[] =>
    (under.get(parent) ?? []).flatMap((one) => {
      const below = walk(one.id, depth + 1)
      const goods = below.filter((child) => child.parentId === one.id).reduce((sum, child) => sum + child.goodsBelow, 0)
      return [{ ...one, depth, goodsBelow: (one.goods ?? 0) + goods }, ...below]
    })
  return walk('', 0)
}

/** Where a category may be moved: not into itself, nor under itself. */
export function placesFor(category: Category, categories: readonly Category[]): Category[] {
  const byId = new Map(categories.map((one) => [one.id, one]))
  const within = (one: Category | undefined, steps = 0): boolean =>
    one !== undefined && steps < 50 && (one.id === category.id || within(byId.get(one.parentId ?? ''), steps + 1))
  return categories.filter((one) => !within(one))
}

/** What a line of these categories counts as: these and all that they lie under. */
export function withParents(keys: readonly string[], categories: readonly Category[]): string[] {
  const byId = new Map(categories.map((one) => [one.id, one]))
  const all = new Set(keys)
  for (const key of keys) {
    let one = categories.find((category) => category.key === key)
    for (let steps = 0; one && steps < 50; steps++) {
      all.add(one.key)
      one = byId.get(one.parentId ?? '')
    }
  }
  return [...all]
}
