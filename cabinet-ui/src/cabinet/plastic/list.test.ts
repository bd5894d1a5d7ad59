import { expect, it } from 'vitest'
import { rowsOf, textOf } from './list'

it('reads a column of numbers and keeps the places of empty lines', () => {
  expect(rowsOf('850001\n\n850002\n')).toEqual([{ number: '850001' }, { number: '' }, { number: '850002' }])
})

it('reads what a spreadsheet saves: titles, quotes, the chip and the phone in either order', () => {
  expect(rowsOf('\uFEFFНомер;Чип;Телефон\r\n"850001";04A1B2C3;"+7 903 123-45-67"\r\n850002;89031234568')).toEqual([
    { number: 'Номер', uid: 'Чип' },
    { number: '850001', uid: '04A1B2C3', phone: '+7 903 123-45-67' },
    { number: '850002', phone: '89031234568' },
  ])
})

it('understands a file of an old spreadsheet', async () => {
  const bytes = new Uint8Array([0xcd, 0xee, 0xec, 0xe5, 0xf0, 0x0a, 0x31]) // "Номер" in windows-1251
  expect(await textOf({ arrayBuffer: async () => bytes.buffer })).toBe('Номер\n1')
})
