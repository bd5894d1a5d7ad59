import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, simulator } from '@/base/api/client'
import { setLocale } from '@/base/i18n/locale'
import { CodeStep } from './CodeStep'
import type { Pending } from './pending'

const pending: Pending = {
  signUpId: '1-7',
  phone: '+79123456789',
  expiresAt: Date.now() + 600_000,
  resendAt: Date.now() + 60_000,
  startedAt: Date.now(),
  body: { phone: '+79123456789', name: 'Анна', consentTerms: true, consentData: true, consentMessages: false },
}

/** The service: one right code, tries that run out, no simulator. */
function answer(code: string): Response {
  if (code === '123456')
    return Response.json({ memberId: '1', cardToken: 'tok', cardUrl: 'http://127.0.0.1/c/tok', created: true })
  if (code === '999999') return Response.json({ code: 'CODE_EXPIRED', detail: 'Код устарел' }, { status: 410 })
  return Response.json({ code: 'CODE_WRONG', detail: 'Код не подошёл, осталось попыток: 4' }, { status: 422 })
}

async function read(response: Response) {
  const content = await response.json()
  return response.ok ? { data: content, response } : { error: content, response }
}

const onDone = vi.fn()
const resend = { run: vi.fn(), busy: false, error: null }
const sent: string[] = []

function show(one: Pending) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <CodeStep pending={one} resend={resend} onBack={() => {}} onDone={onDone} />
    </QueryClientProvider>,
  )
  return screen.queryByLabelText(/Код из SMS/)
}

beforeEach(() => {
  setLocale('ru')
  onDone.mockReset()
  resend.run.mockReset()
  sent.length = 0
  vi.spyOn(api, 'POST').mockImplementation((async (_path: string, init: { body: { code: string } }) => {
    sent.push(init.body.code)
    return read(answer(init.body.code))
  }) as never)
  vi.spyOn(simulator, 'GET').mockImplementation((async () => read(Response.json({}, { status: 404 }))) as never)
})
afterEach(cleanup)

describe('the code step', () => {
  it('sends the code by itself when the last digit is there', async () => {
    const field = show(pending)
    await userEvent.type(field as HTMLElement, '12345')
    expect(sent).toEqual([])
    await userEvent.type(field as HTMLElement, '6')
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(onDone.mock.calls[0]?.[0]).toMatchObject({ cardToken: 'tok' })
    expect(sent).toEqual(['123456'])
  })

  it('takes a pasted message', async () => {
    const field = show(pending) as HTMLElement
    field.focus()
    await userEvent.paste('Ваш код: 123 456')
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('says how many tries are left and waits for another code', async () => {
    const field = show(pending) as HTMLInputElement
    await userEvent.type(field, '000000')
    await screen.findByText(/осталось попыток: 4/)
    expect(field.value).toBe('')
    await userEvent.type(field, '123456')
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('offers a new code when this one has expired, by the service or by the clock', async () => {
    const field = show(pending)
    await userEvent.type(field as HTMLElement, '999999')
    await userEvent.click(await screen.findByRole('button', { name: 'Получить новый код' }))
    expect(resend.run).toHaveBeenCalledOnce()
    cleanup()
    expect(show({ ...pending, expiresAt: Date.now() - 1 })).toBeNull()
    screen.getByText(/больше не действует/)
  })

  it('lets the code be sent again only after the wait', () => {
    show(pending)
    expect(screen.queryByRole('button', { name: /ещё раз/ })).toBeNull()
    cleanup()
    show({ ...pending, resendAt: Date.now() - 1 })
    screen.getByRole('button', { name: /ещё раз/ })
  })
})
