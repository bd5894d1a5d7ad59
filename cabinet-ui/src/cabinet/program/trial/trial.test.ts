import { expect, it } from 'vitest'
import { firstTrial, lineOf, trialBody } from './receipt'

it('begins on the shop’s wall and asks what the form says', () => {
  const trial = firstTrial(new Date('2026-12-01T21:30:00Z'), 'Europe/Moscow', 'bronze')
  expect([trial.date, trial.time]).toEqual(['2026-12-02', '00:30'])
  const goods = [{ code: 'LATTE', name: 'Латте', categories: ['coffee'] }]
  const body = trialBody(
    {
      ...trial,
      lines: [
        { ...lineOf(1), good: 'LATTE', pieces: 2, amount: 60_000 },
        { ...lineOf(2), category: 'cake' },
      ],
    },
    goods,
  )
  expect(body.at).toBe('2026-12-02T00:30')
  expect(body.lines).toEqual([
    { sku: 'LATTE', name: 'Латте', categories: ['coffee'], pieces: 2, amount: 60_000 },
    { sku: undefined, name: undefined, categories: ['cake'], pieces: 1, amount: 0 },
  ])
  expect(body.member).toMatchObject({ tier: 'bronze', birthDate: null })
  expect(trialBody({ ...trial, card: false }, goods).member).toBeNull()
})
