import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { stubBrowser } from '../stubBrowser'
import { OnceDialog } from './OnceDialog'

function Key() {
  const [shown, setShown] = useState(true)
  return (
    <MantineProvider env="test">
      {shown && (
        <OnceDialog title="Ключ">
          <button type="button" onClick={() => setShown(false)}>
            Сохранён
          </button>
        </OnceDialog>
      )}
    </MantineProvider>
  )
}

it('is closed by its button only', () => {
  stubBrowser()
  render(<Key />)
  fireEvent.keyDown(window, { key: 'Escape' })
  fireEvent.keyDown(document.body, { key: 'Escape' })
  const beside = document.querySelector('.mantine-Modal-overlay')
  if (beside) fireEvent.mouseDown(beside)
  if (beside) fireEvent.click(beside)
  expect(beside).toBeTruthy()
  expect(screen.queryAllByRole('button')).toHaveLength(1)
  fireEvent.click(screen.getByText('Сохранён'))
  expect(screen.queryByRole('dialog')).toBeNull()
})
