import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api, type Schemas } from '@/base/api/client'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import { SessionContext } from '../../layout/currentSession'
import type { ProgramDoc } from '../document/program'
import { DraftEditor } from './DraftEditor'

const demo = JSON.parse(
  readFileSync(
    resolve(import.meta.dirname, '../../../../../wallet-service/src/main/resources/demo/program.json'),
    'utf8',
  ),
) as ProgramDoc
const draft = { id: '5', revision: 1, outdated: false, updatedBy: 'Мария', program: demo } as Schemas['ProgramDraft']

type Put = { params: { header: Record<string, string> }; body: { program: ProgramDoc } }
let saved: Put[]
let refusal: object | undefined
let problems: object[]

async function read(content: unknown, status = 200) {
  const response = Response.json(content, { status })
  return response.ok ? { data: content, response } : { error: content, response }
}

beforeEach(() => {
  setLocale('ru')
  saved = []
  refusal = undefined
  problems = []
  stubBrowser()
  vi.stubGlobal('scrollTo', () => {})
  vi.spyOn(api, 'GET').mockImplementation((async (path: string) =>
    path === '/program/drafts/{draftId}'
      ? read({ ...draft, revision: 9, updatedBy: 'Пётр', program: { ...demo, signUp: { amount: 77_700 } } })
      : read({ items: [] })) as never)
  vi.spyOn(api, 'POST').mockImplementation((async () => read({ valid: problems.length === 0, problems })) as never)
  vi.spyOn(api, 'PUT').mockImplementation((async (_: string, put: Put) => {
    if (refusal) return read(refusal, 409)
    saved.push(put)
    return read({ ...draft, revision: saved.length + 1, program: put.body.program })
  }) as never)
})
afterEach(cleanup)
// A whole program is a large page for jsdom.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 60_000 })

async function show() {
  const session = {
    role: 'OWNER',
    may: ['PROGRAM_CHANGE', 'PROGRAM_STUDY'],
    zone: 'Europe/Moscow',
  } as Schemas['Session']
  const root = createRootRoute({
    component: () => (
      <SessionContext.Provider value={session}>
        <DraftEditor loaded={draft} colors={new Map()} />
      </SessionContext.Provider>
    ),
  })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MantineProvider env="test">
        {/* biome-ignore lint/suspicious/noExplicitAny: the application's own router is registered */}
        <RouterProvider router={router as any} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByText('Изменения программы')
}

it('a percent goes into the draft at the revision that was seen, and nothing else changes', async () => {
  await show()
  await userEvent.click(screen.getByLabelText('Изменить: Золото'))
  const dialog = await screen.findByRole('dialog')
  const percent = within(dialog).getByLabelText('Начислять')
  await userEvent.clear(percent)
  await userEvent.type(percent, '12,5')
  await userEvent.click(within(dialog).getByText('Готово'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(saved).toHaveLength(1)
  expect(saved[0]?.params.header['If-Match']).toBe('"1"')
  const gold = demo.tiers?.map((tier) => (tier.id === 'gold' ? { ...tier, earnBp: 1250 } : tier))
  expect(saved[0]?.body.program).toEqual({ ...demo, tiers: gold })
})

it('a mistake stands at its field for as long as the service finds it', async () => {
  await show()
  await userEvent.click(screen.getByLabelText('Изменить: Подарки'))
  problems = [
    { pointer: '/signUp/amount', code: 'X', severity: 'ERROR', text: { ru: 'Слишком мало', en: 'Too little' } },
  ]
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByLabelText('Сколько бонусов'), '0')
  await userEvent.click(within(dialog).getByText('Готово'))
  expect(await within(dialog).findByText('Слишком мало')).toBeTruthy()
  problems = []
  await userEvent.type(within(dialog).getByLabelText('Сколько бонусов'), '1')
  await userEvent.click(within(dialog).getByText('Готово'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(saved.map((one) => one.params.header['If-Match'])).toEqual(['"1"', '"2"'])
})

it('what was removed by mistake comes back', async () => {
  await show()
  await userEvent.click(screen.getByLabelText('Убрать: 3 круассана по цене 2'))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.body.program.rules).toHaveLength((demo.rules?.length ?? 0) - 1)
  await userEvent.click(screen.getByText('Вернуть'))
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(saved[1]?.body.program).toEqual(demo)
})

it('another person’s change is told and not overwritten', async () => {
  await show()
  refusal = { code: 'DRAFT_CHANGED', detail: 'изменён' }
  await userEvent.click(screen.getByLabelText('Выключить: 3 круассана по цене 2'))
  expect(await screen.findByText(/тем временем изменил другой человек: Пётр/)).toBeTruthy()
  refusal = undefined
  await userEvent.click(screen.getByText('Показать'))
  expect(screen.getByText(/777 бонусов/)).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Выключить: 3 круассана по цене 2'))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.params.header['If-Match']).toBe('"9"')
  expect(saved[0]?.body.program.signUp).toEqual({ amount: 77_700 })
})

it('a rule comes from the gallery through its form', async () => {
  await show()
  await userEvent.click(screen.getAllByText('Добавить правило')[1] as HTMLElement)
  await userEvent.click(await screen.findByText('Счастливые часы: бонусы ×2'))
  await userEvent.click(within(await screen.findByRole('dialog')).getByText('Готово'))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.body.program.rules?.at(-1)).toMatchObject({ id: expect.stringMatching(/^happy-hours-/) })
})
