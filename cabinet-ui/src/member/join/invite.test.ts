import { describe, expect, it } from 'vitest'
import { askable, codeInAddress } from './invite'

describe('the code in the address', () => {
  it.each([
    ['?invite=K7QM2XWP', 'K7QM2XWP'],
    ['?utm=x&invite=K7QM-2XWP', 'K7QM-2XWP'],
    ['?invite=%20k7qm%202xwp%20', 'k7qm 2xwp'],
    ['', ''],
    ['?other=1', ''],
  ])('%s', (search, code) => expect(codeInAddress(search)).toBe(code))

  it('is not longer than the service looks at', () => {
    expect(codeInAddress(`?invite=${'A'.repeat(1000)}`)).toHaveLength(300)
  })
})

describe('what is worth asking', () => {
  it.each(['K7QM2XWP', 'k7qm-2xwp', ' K7QM 2XWP ', 'Л7ЙЬ2ЧЦЗ', 'K7QM–2XWP', 'K7QM-2XWP-ABCD'])('%s is', (typed) =>
    expect(askable(typed)).toBe(typed.trim()),
  )
  it('a pasted link is', () => {
    const link = 'https://cards.example/join/zerno?invite=K7QM2XWP'
    expect(askable(link)).toBe(link)
  })
  it.each(['', 'K7QM', 'K7QM-2XW', 'K7QM2XWPA', 'не знаю кода'])('"%s" is not', (typed) =>
    expect(askable(typed)).toBe(''),
  )
})
