import { expect, test } from 'vitest'
import { zoneChoices, zoneName } from './zones'

const NOVEMBER = new Date('2026-11-28T12:00:00Z')

test('zones of our shops are said in words, the others by their place', () => {
  expect(zoneName('Europe/Moscow', 'ru', NOVEMBER)).toBe('Москва, Санкт-Петербург · UTC+3')
  expect(zoneName('Asia/Yekaterinburg', 'en', NOVEMBER)).toBe('Yekaterinburg, Ufa, Perm · UTC+5')
  expect(zoneName('America/New_York', 'ru', NOVEMBER)).toBe('Нью-Йорк · UTC-5')
  expect(zoneName('Nowhere/Town', 'en', NOVEMBER)).toBe('Town')
})

test('each zone is offered once', () => {
  const zones = zoneChoices('ru', NOVEMBER).map(({ value }) => value)
  expect(new Set(zones).size).toBe(zones.length)
  expect(zones).toContain('Europe/Lisbon')
  expect(zones).not.toContain('Asia/Calcutta')
  expect(zones).not.toContain('Europe/Uzhgorod')
  expect(zoneChoices('ru', NOVEMBER, 'Europe/Uzhgorod').map(({ value }) => value)).toContain('Europe/Uzhgorod')
})
