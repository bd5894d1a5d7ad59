import { describe, expect, it } from 'vitest'
import { readBirthDate } from './birthDate'

const today = new Date('2026-11-21T12:00:00Z')
const read = (day: string, month: string, year: string) => readBirthDate({ day, month, year }, today)

describe('readBirthDate', () => {
  it('takes an empty field as no date', () => expect(read('', '', '')).toEqual({ date: undefined }))
  it('writes ISO', () => expect(read('7', '3', '1990')).toEqual({ date: '1990-03-07' }))
  it('knows leap years', () => {
    expect(read('29', '2', '2024')).toEqual({ date: '2024-02-29' })
    expect(read('29', '2', '2023')).toEqual({ error: 'invalid' })
  })
  it.each([
    ['31', '4', '1990'],
    ['0', '1', '1990'],
    ['1', '1', '1850'],
    ['22', '11', '2026'],
    ['1', '1', '3020'],
  ])('refuses %s.%s.%s', (d, m, y) => expect(read(d, m, y)).toEqual({ error: 'invalid' }))
  it.each([
    ['1', '', ''],
    ['', '2', '1990'],
    ['1', '2', '90'],
  ])('asks for the rest of %j %j %j', (d, m, y) => expect(read(d, m, y)).toEqual({ error: 'incomplete' }))
})
