import { expect, test } from 'vitest'
import { slugOf } from './slug'

test('a name becomes an address', () => {
  expect(slugOf('Кофейня «Зерно»')).toBe('kofeynya-zerno')
  expect(slugOf('Щётки & Объектив №1')).toBe('schetki-obektiv-1')
  expect(slugOf('Zerno Coffee')).toBe('zerno-coffee')
  expect(slugOf('«»')).toBe('')
  expect(slugOf('я'.repeat(60))).toHaveLength(40)
})
