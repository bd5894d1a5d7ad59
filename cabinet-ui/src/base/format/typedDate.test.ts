import { expect, it } from 'vitest'
import { readDate, writeDate } from './typedDate'

it.each([
  ['3.12.2026', '2026-12-03'],
  ['03/12/26', '2026-12-03'],
  ['03 12 2026', '2026-12-03'],
  ['03122026', '2026-12-03'],
  ['2026-12-03', '2026-12-03'],
  ['1.2.85', '1985-02-01'],
  ['29.02.2028', '2028-02-29'],
  ['', ''],
])('reads %s', (typed, iso) => expect(readDate(typed)).toBe(iso))

it.each(['29.02.2027', '31.11.2026', '12/31/2026', '3.12', 'завтра', '03.12.20266', '0.1.2026'])(
  'refuses %s',
  (typed) => expect(readDate(typed)).toBeUndefined(),
)

it('writes what it reads', () => {
  expect(writeDate('2026-12-03', 'ru')).toBe('03.12.2026')
  expect(writeDate('2026-12-03', 'en')).toBe('03/12/2026')
  expect(writeDate('', 'ru')).toBe('')
})
