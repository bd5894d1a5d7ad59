import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/base/api/client'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import BatchesPage from './BatchesPage'

const batch = {
  id: '7',
  name: 'Весна',
  cards: 1000,
  inStock: 990,
  createdBy: 'owner@zerno.example',
  createdAt: '2026-11-21T09:00:00Z',
}

let role = 'MARKETER'
let batches = [batch]
const removed: string[] = []

async function read(content: unknown, status = 200) {
  const response = Response.json(content, { status })
  return response.ok ? { data: content, response } : { error: content, response }
}

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <BatchesPage />
      </MantineProvider>
    </QueryClientProvider>,
  )
}

beforeEach(() => {
  setLocale('ru')
  stubBrowser()
  role = 'MARKETER'
  batches = [batch]
  removed.length = 0
  vi.spyOn(api, 'GET').mockImplementation((async (path: string) =>
    path === '/session'
      ? read({ role, may: role === 'CASHIER' ? [] : ['CARD_BATCHES'] })
      : read({ items: batches })) as never)
  vi.spyOn(api, 'DELETE').mockImplementation((async (
    _path: string,
    init: { params: { path: { batchId: string } } },
  ) => {
    removed.push(init.params.path.batchId)
    batches = []
    return read({ id: '7', removed: 990, kept: 10 })
  }) as never)
})
afterEach(cleanup)

describe('the batches of plastic', () => {
  it('throws one away only after it was confirmed', async () => {
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Удалить партию «Весна»' }))
    const dialog = await screen.findByRole('dialog', { name: 'Удалить партию «Весна»?' })
    expect(dialog.textContent).toContain('990')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Отмена' }))
    expect(removed).toEqual([])

    await userEvent.click(await screen.findByRole('button', { name: 'Удалить партию «Весна»' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Удалить' }))
    await waitFor(() => expect(removed).toEqual(['7']))
    expect(await screen.findByText('Партий пока нет')).toBeTruthy()
  })

  it('says why it was not thrown away', async () => {
    vi.spyOn(api, 'DELETE').mockImplementation((async () =>
      read({ code: 'BATCH_NOT_FOUND', detail: 'Такой партии нет' }, 404)) as never)
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Удалить партию «Весна»' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Удалить' }))
    expect(await within(dialog).findByText('Такой партии нет')).toBeTruthy()
  })

  it('is not for cashiers', async () => {
    role = 'CASHIER'
    show()
    expect(await screen.findByText('Партии видят владелец и маркетолог')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Удалить/ })).toBeNull()
    expect((vi.mocked(api.GET).mock.calls as unknown[][]).map(([path]) => path)).toEqual(['/session'])
  })
})
