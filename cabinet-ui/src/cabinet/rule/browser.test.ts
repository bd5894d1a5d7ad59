import { expect, it } from 'vitest'
import { kindsOf, RULE_CASES } from '../../../e2e/ruleCases'
import empty from './empty.json'

const types = (all: readonly { type: string }[]) => [...new Set(all.map((one) => one.type))].sort()

/** `GalleryTest` holds `empty.json` against the kinds that `rules` knows. */
it('every kind of condition and effect is made by its form in a browser', () => {
  expect(types(RULE_CASES)).toEqual(types(empty.effects))
  const made = RULE_CASES.flatMap(kindsOf).map((type) => ({ type }))
  expect(types(made)).toEqual([...types(empty.conditions), 'all', 'always', 'any', 'not'].sort())
})
