import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/base/api/client'
import { setLocale } from '@/base/i18n/locale'
import { stubBrowser } from '@/base/stubBrowser'
import type { Problem } from '../condition/kind'
import { makeWords } from '../condition/words'
import { RULE_CONDITIONS } from './conditions/kinds'
import { type Program, type Rule, withEffect } from './document/rule'
import { EFFECTS } from './effects/kinds'
import { blankRule, READY } from './gallery'
import { named } from './RuleDialog'
import { RuleForm } from './RuleForm'
import { RuleGallery } from './RuleGallery'

const times3 = { type: 'multiplyEarn', factorPercent: 300 }
const other = withEffect({ ...blankRule(), id: 'a', name: { ru: 'Другое', en: 'Other' }, group: 'times' }, times3)
const program: Program = {
  tiers: [
    { id: 'bronze', name: { ru: 'Бронза', en: 'Bronze' }, rank: 1 },
    { id: 'gold', name: { ru: 'Золото', en: 'Gold' }, rank: 3 },
  ],
  groups: [{ id: 'times', mode: 'MAX_PER_RECEIPT' }],
  rules: [other],
}
const answers: Record<string, unknown> = {
  '/stores': { items: [{ id: '7', name: 'На Тверской', zone: 'Europe/Moscow', registers: [] }] },
  '/session': { may: ['PROMO_CODES_READ'] },
  '/promo-codes': { items: [{ id: '9', name: { ru: 'Осень', en: 'Autumn' } }] },
  '/goods': { items: [{ code: 'LATTE', name: 'Латте', categories: ['coffee'] }] },
}
// A whole form in jsdom takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 20_000 })

/** Of a later service. */
const later = { later: [1] }

function show(element: ReactElement) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">{element}</MantineProvider>
    </QueryClientProvider>,
  )
}

let now: Rule
function Editing({ rule, problems }: { rule: Rule; problems?: readonly Problem[] }) {
  const [value, setValue] = useState(rule)
  now = value
  return <RuleForm value={value} onChange={setValue} problems={problems} program={program} />
}

beforeEach(() => {
  setLocale('ru')
  stubBrowser()
  vi.spyOn(api, 'GET').mockImplementation((async (path: string) => {
    const response = Response.json(answers[path])
    return { data: answers[path], response }
  }) as never)
})
afterEach(cleanup)

const rule = withEffect(
  {
    ...blankRule(),
    id: 'happy',
    name: { ru: 'Утро', en: 'Morning' },
    when: { type: 'timeWindow', days: ['MONDAY'], from: '09:00', to: '12:00', zone: 'Asia/Omsk', ...later },
    caps: { perReceipt: 5000, ...later },
    ...later,
  },
  { type: 'multiplyEarn', factorPercent: 200, ...later },
)

describe('a rule in forms', () => {
  it('changes what was typed and keeps what it does not show', async () => {
    show(<Editing rule={rule} />)
    const factor = screen.getByLabelText('Во сколько раз')
    await userEvent.clear(factor)
    await userEvent.type(factor, '3')
    await userEvent.click(screen.getByRole('checkbox', { name: 'вторник' }))
    await userEvent.type(screen.getByLabelText('На одну строку'), '7,50')
    const changed = {
      ...rule,
      when: { ...rule.when, days: ['MONDAY', 'TUESDAY'] },
      caps: { perReceipt: 5000, perLine: 750, ...later },
    } as Rule
    expect(now).toEqual(withEffect(changed, { ...rule.then, factorPercent: 300 }))
    expect(screen.getByRole('region', { name: 'Так это прочитают' }).textContent).toContain('Бонусы ×3')
  })

  it('adds conditions by the keyboard, turns one round and takes one away', async () => {
    show(<Editing rule={rule} />)
    const when = screen.getByRole('group', { name: 'Когда' })
    screen.getByRole('button', { name: 'Добавить условие' }).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Уровень карты' }))
    expect(now.when).toEqual({ type: 'all', of: [rule.when, { type: 'inTier', tiers: ['gold'] }] })
    expect(within(when).getByText('Золото')).toBeTruthy()

    await userEvent.click(screen.getByRole('button', { name: 'Ещё: Уровень карты' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Наоборот' }))
    expect(now.when).toMatchObject({ of: [rule.when, { type: 'not', of: { type: 'inTier', tiers: ['gold'] } }] })
    await userEvent.click(screen.getByText('хотя бы одно'))
    expect(now.when?.type).toBe('any')

    await userEvent.click(screen.getByRole('button', { name: 'Убрать: Уровень карты' }))
    expect(now.when).toEqual({ type: 'any', of: [rule.when] })
  })

  it('says what is wrong at its field', () => {
    const problem = (pointer: string, text: string): Problem => ({
      pointer,
      severity: 'ERROR',
      text: { ru: text, en: text },
    })
    const problems = [
      problem('/then/factorPercent', 'Мало'),
      problem('/when/days', 'Нет дней'),
      problem('/budget/total', 'Много'),
      problem('/name', 'Нет имени'),
    ]
    show(<Editing rule={rule} problems={problems} />)
    for (const { text } of problems) expect(screen.getByText(text.ru)).toBeTruthy()
    expect(screen.getByLabelText('Во сколько раз').getAttribute('aria-invalid')).toBe('true')
  })

  it('begins another effect with the same goods and comes back to the first as it was', async () => {
    const goods = { categories: ['coffee'] }
    show(<Editing rule={withEffect(rule, { type: 'nForM', n: 5, m: 3, goods, ...later })} />)
    const choose = async (name: string) => {
      await userEvent.click(screen.getByRole('combobox', { name: 'Действие' }))
      await userEvent.click(await screen.findByRole('option', { name }))
    }
    await choose('Копилка: n-й в подарок')
    expect(now.then).toEqual({ type: 'stampCard', counter: 'happy', n: 7, goods })
    await choose('N по цене M')
    expect(now.then).toEqual({ type: 'nForM', n: 5, m: 3, goods, ...later })
  })

  it('tells groups by what they do and offers none of another phase', async () => {
    show(<Editing rule={rule} />)
    await userEvent.click(screen.getByRole('button', { name: 'Вместе с другими правилами' }))
    await userEvent.click(await screen.findByRole('combobox', { name: 'Если подходят несколько' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Только одно, самое выгодное: Другое' }))
    expect(now.group).toBe('times')
  })
})

describe('every form', () => {
  const words = makeWords('ru', {
    tier: [{ value: 'gold', label: 'Золото' }],
    store: [{ value: '7', label: 'Один' }],
    promoSet: [{ value: '9', label: 'Осень' }],
  })
  const chosen = ['inTier', 'inStore', 'withCode']
  const byGoodsOnly = ['earnByTier', 'discountByTier']
  const forms = [...RULE_CONDITIONS, ...EFFECTS].filter((kind) => kind.Form && !byGoodsOnly.includes(kind.type))

  it.each(forms.map((kind) => [kind.type, kind] as const))('%s keeps what it does not know', async (_, kind) => {
    const value = { ...kind.empty(words), ...later }
    const onChange = vi.fn()
    const Form = kind.Form
    if (!Form) throw new Error('no form')
    const { container } = show(<Form value={value} onChange={onChange} problems={[]} words={words} />)
    expect(onChange).not.toHaveBeenCalled()
    const number = container.querySelector('input[inputmode]')
    const box = container.querySelector('input[type=checkbox]')
    const text = container.querySelector('input:not([type=hidden])')
    if (number) await userEvent.type(number, '{Backspace}4')
    else if (box) await userEvent.click(box)
    else if (text) await userEvent.type(text, chosen.includes(kind.type) ? '{Backspace}' : 'x{Enter}')
    expect(onChange.mock.lastCall?.[0]).toMatchObject(later)
  })
})

describe('the gallery', () => {
  it('gives a rule for this shop', async () => {
    const onPick = vi.fn()
    show(<RuleGallery program={program} onPick={onPick} />)
    await userEvent.click(await screen.findByText('Двойные бонусы в одном магазине'))
    expect(onPick.mock.lastCall?.[0]).toMatchObject({ when: { type: 'inStore', stores: ['7'] } })
    expect(screen.getAllByRole('button')).toHaveLength(READY.length + 1)
  })
})

describe('a name', () => {
  const words = makeWords('ru', {})
  it('that is empty takes the other language or says what the rule gives', () => {
    const of = (ru: string, en: string) => named({ ...rule, name: { ru, en } }, words).name
    expect(of('Утро', ' ')).toEqual({ ru: 'Утро', en: 'Утро' })
    expect(of('', '')).toEqual({ ru: 'Бонусы ×2', en: 'Bonuses ×2' })
    expect(named(rule, words)).toBe(rule)
  })
})
