import { expect, it } from 'vitest'
import { hoursText } from '@/base/format/hours'
import { readHours } from './hours'

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

it('says days of the same hours together', () => {
  const week = ['09:00-21:00', '09:00-21:00', '09:00-21:00', '09:00-21:00', '09:00-24:00', '10:00-18:00', '']
  expect(hoursText(week, DAYS)).toBe('Mo–Th 09:00–21:00, Fr 09:00–24:00, Sa 10:00–18:00')
  expect(hoursText([], DAYS)).toBe('')
})

it.each([
  ['9-21', '09:00-21:00'],
  ['09:30 – 24:00', '09:30-24:00'],
  ['', ''],
  ['25-26', undefined],
  ['closed', undefined],
])('reads %s', (typed, read) => expect(readHours(typed)).toBe(read))
