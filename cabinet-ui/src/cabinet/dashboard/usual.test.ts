import { expect, test } from 'vitest'
import { type DayRow, daysBefore, usual } from './usual'

const today = '2026-11-29'
const sunday = (week: number, revenue: number): DayRow => ({ from: daysBefore(today, 7 * week), revenue, receipts: 1 })
const revenue = (row: DayRow) => row.revenue

test('the middle of the last eight such weekdays is usual', () => {
  const rows = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((week) => sunday(week, week * 100))
  expect(usual(rows, today, revenue)).toBe(450)
  expect(usual(rows.slice(2), today, revenue)).toBe(400)
})

test('other weekdays and today itself do not count, and two days say nothing', () => {
  const rows = [sunday(2, 100), sunday(1, 100), sunday(0, 900), { from: daysBefore(today, 1), revenue: 5, receipts: 1 }]
  expect(usual(rows, today, revenue)).toBeUndefined()
})
