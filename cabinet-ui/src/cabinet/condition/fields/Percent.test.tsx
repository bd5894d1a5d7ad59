import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import { Percent } from './Percent'

function Field() {
  const [bp, setBp] = useState<number | undefined>(5000)
  return (
    <MantineProvider env="test">
      <Percent label="Доля" value={bp} onChange={setBp} />
      <output>{bp}</output>
    </MantineProvider>
  )
}

beforeEach(() => {
  stubBrowser()
})

it('says that it lowered what was typed, until one types again', () => {
  setLocale('ru')
  render(<Field />)
  const field = screen.getByLabelText<HTMLInputElement>('Доля')
  fireEvent.change(field, { target: { value: '150' } })
  fireEvent.blur(field)
  expect(screen.getByRole('status').textContent).toBe('10000')
  expect(screen.getByText('Больше 100 % нельзя: поставили 100 %')).toBeTruthy()
  fireEvent.change(field, { target: { value: '40' } })
  expect(screen.queryByText(/нельзя/)).toBeNull()
})
