import { expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { withMark, withNews } from './news'

const field = (key: string, value: string) => ({ key, label: key, value })
const card = (value: string): Schemas['WalletCard'] => ({
  serial: '1',
  organization: 'Bread & Coffee',
  backgroundColor: '#000000',
  foregroundColor: '#ffffff',
  labelColor: '#ffffff',
  headerFields: [field('balance', '1 234')],
  primaryFields: [],
  secondaryFields: [],
  auxiliaryFields: [field('news', value)],
  backFields: [field('more', `News: ${value}`)],
  poster: { footerFields: [field('foot', value)] },
  updatedAt: '2026-11-28T10:00:00Z',
  actions: [],
})

it('says what was written wherever the design shows news, and changes nothing else', () => {
  const { auxiliaryFields } = JSON.parse(withMark(JSON.stringify(card('{news}')))) as Schemas['WalletCard']
  const said = withNews(card(auxiliaryFields[0]?.value ?? ''), 'Coffee for $& {balance}')
  expect(said.auxiliaryFields[0]?.value).toBe('Coffee for $& {balance}')
  expect(said.backFields[0]?.value).toBe('News: Coffee for $& {balance}')
  expect(said.poster?.footerFields[0]?.value).toBe('Coffee for $& {balance}')
  expect(said.headerFields).toEqual(card('').headerFields)
})

it('leaves the condition alone by which a design shows a field', () => {
  expect(withMark('{"when":["news"],"value":"{news}"}')).toContain('"when":["news"]')
})
