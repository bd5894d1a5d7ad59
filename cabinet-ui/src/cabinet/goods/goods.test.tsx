import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/base/api/client'
import { ButtonsEditor } from '@/base/buttons/ButtonsEditor'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import { CategoriesDialog } from './CategoriesDialog'
import { ItemDialog } from './ItemDialog'

// A whole form in jsdom takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

const categories = {
  goods: 7,
  uncategorised: 0,
  items: [
    { id: '2', key: 'coffee', name: 'Кофе', parentId: '1', goods: 5 },
    { id: '1', key: 'Напитки', name: 'Напитки', goods: 2 },
  ],
}

function show(element: ReactElement) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">{element}</MantineProvider>
    </QueryClientProvider>,
  )
}

const answer = (data: unknown) => ({ data, response: new Response() }) as never

beforeEach(() => {
  setLocale('ru')
  stubBrowser()
  vi.spyOn(api, 'GET').mockResolvedValue(answer(categories))
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('goods', () => {
  it('are given a category of the tree, or a new one by its name', async () => {
    const post = vi.spyOn(api, 'POST').mockResolvedValue(answer({}))
    show(<ItemDialog onClose={() => {}} />)
    await userEvent.type(await screen.findByRole('textbox', { name: 'Название' }), 'Капучино')
    await userEvent.click(screen.getByRole('combobox', { name: 'Категории' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Кофе' }))
    await userEvent.type(screen.getByRole('combobox', { name: 'Категории' }), 'Завтраки')
    await userEvent.click(await screen.findByRole('option', { name: 'Добавить «Завтраки»' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Цена, ₽' }), '280')
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }))
    await waitFor(() => expect(post).toHaveBeenCalled())
    expect(post.mock.lastCall?.[1]).toMatchObject({
      body: { name: 'Капучино', categories: ['coffee', 'Завтраки'], price: 28_000, codes: [] },
    })
  })

  it('are counted with what lies under their category', async () => {
    show(<CategoriesDialog onClose={() => {}} />)
    const rows = await screen.findAllByRole('listitem')
    expect(rows.map((row) => within(row).getByText(/товар/).textContent)).toEqual([
      '7 товаров',
      '5 товаров · В правилах и на кассе: coffee',
    ])
  })
})

describe('buttons of a till', () => {
  it('are made of the catalogue or typed with a category; unfinished ones are left out', async () => {
    const onSave = vi.fn()
    const latte = { itemId: '9', name: 'Латте', code: 'LATTE', price: 30_000 }
    show(
      <ButtonsEditor
        buttons={[]}
        categories={categories.items}
        find={() => Promise.resolve([latte])}
        onSave={onSave}
        busy={false}
        error={undefined}
      />,
    )
    await userEvent.click(screen.getByRole('combobox', { name: 'Добавить из каталога' }))
    await userEvent.click(await screen.findByRole('option', { name: /Латте/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Добавить кнопку' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Название' }), 'Морс')
    await userEvent.type(screen.getByRole('textbox', { name: 'Цена, ₽' }), '200')
    await userEvent.click(screen.getByRole('combobox', { name: 'Категория' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Напитки' }))
    await userEvent.click(screen.getByRole('button', { name: 'Добавить кнопку' }))
    await userEvent.click(screen.getByRole('button', { name: 'Готово' }))
    expect(onSave).toHaveBeenCalledWith([latte, { name: 'Морс', code: '', category: 'Напитки', price: 20_000 }])
  })
})
