import { describe, expect, it } from 'vitest'
import { makeWords } from '../condition/words'
import { RULE_CONDITIONS } from './conditions/kinds'
import { EFFECTS } from './effects/kinds'

const marks = ['tier', 'store', 'category', 'tag', 'cardKind', 'promoSet']
const words = makeWords('ru', Object.fromEntries(marks.map((mark) => [mark, [{ value: `$${mark}`, label: mark }]])))

/** GalleryTest has the service validate what the forms begin with; `npx vitest run -u` writes `empty.json` for it. */
describe('what a form begins with', () => {
  it('is known to the service', async () => {
    const conditions = RULE_CONDITIONS.map((kind) => kind.empty(words))
    const effects = EFFECTS.map((kind) =>
      'counter' in kind.empty() ? { ...kind.empty(), counter: 'new' } : kind.empty(),
    )
    await expect(`${JSON.stringify({ conditions, effects }, null, 2)}\n`).toMatchFileSnapshot('empty.json')
  })
})
