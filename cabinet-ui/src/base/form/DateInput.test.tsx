import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { setLocale } from '../i18n/locale'
import { stubBrowser } from '../stubBrowser'
import { DateInput } from './DateInput'

function Field({ start = '' }: { start?: string }) {
  const [day, setDay] = useState(start)
  return (
    <MantineProvider env="test">
      <DateInput label="День" value={day} onChange={setDay} min="2026-01-01" />
      <output>{day}</output>
    </MantineProvider>
  )
}

beforeEach(() => {
  stubBrowser()
})

it('takes a day as it is said, shows it in the language of the page, and hands on what is none', () => {
  setLocale('ru')
  render(<Field start="2026-12-03" />)
  const field = screen.getByLabelText<HTMLInputElement>('День')
  expect(field.value).toBe('03.12.2026')
  fireEvent.change(field, { target: { value: '1.2.27' } })
  expect(screen.getByRole('status').textContent).toBe('2027-02-01')
  fireEvent.blur(field)
  expect(field.value).toBe('01.02.2027')
  fireEvent.change(field, { target: { value: '31.02.2027' } })
  expect(screen.getByRole('status').textContent).toBe('31.02.2027')
  expect(screen.getByText(/Введите дату/)).toBeTruthy()
  fireEvent.change(field, { target: { value: '31.12.2025' } })
  expect(screen.getByText(/не подходит/)).toBeTruthy()
})
