import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import { Whole } from './Whole'

function Field() {
  const [days, setDays] = useState(7)
  return (
    <MantineProvider env="test">
      <Whole label="Дней" max={90} needed value={days} onChange={setDays} />
      <output>{days}</output>
    </MantineProvider>
  )
}

beforeEach(() => {
  stubBrowser()
})

it('says that it lowered what was typed, until one types again', () => {
  setLocale('ru')
  render(<Field />)
  const field = screen.getByLabelText<HTMLInputElement>('Дней')
  fireEvent.change(field, { target: { value: '100' } })
  fireEvent.blur(field)
  expect(screen.getByRole('status').textContent).toBe('90')
  expect(screen.getByText('Больше 90 нельзя: поставили 90')).toBeTruthy()
  fireEvent.change(field, { target: { value: '14' } })
  expect(screen.queryByText(/нельзя/)).toBeNull()
})
