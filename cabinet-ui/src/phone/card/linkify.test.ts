import { expect, it } from 'vitest'
import { linkify } from './linkify'

it('turns web addresses into links and nothing else', () => {
  expect(linkify('Карта: https://shop.test/c/a-b, спасибо')).toEqual([
    { text: 'Карта: ' },
    { text: 'https://shop.test/c/a-b', href: 'https://shop.test/c/a-b' },
    { text: ', спасибо' },
  ])
  expect(linkify('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }])
  expect(linkify('')).toEqual([])
})
