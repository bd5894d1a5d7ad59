import { Group, NumberInput, Select, Stack } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { AmountRange, type Range, rangeSentence } from '../../condition/fields/AmountRange'
import { GoodsForm } from '../../condition/fields/GoodsForm'
import { type Goods, goodsNames } from '../../condition/fields/goods'
import { ManyChoice } from '../../condition/fields/ManyChoice'
import { type FormProps, type Kind, said, under } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

export const BASES = ['GROSS', 'DISCOUNTED', 'NET'] as const
type Basis = (typeof BASES)[number]
type ReceiptTotal = { type: 'receiptTotal'; range: Range; basis?: Basis }
type BasketContains = { type: 'basketContains'; goods: Goods; quantityMilli?: number; amount?: number }
type InStore = { type: 'inStore'; stores: string[] }
type WithCode = { type: 'withCode'; sets: string[] }

const receiptTotal: Kind<ReceiptTotal> = {
  type: 'receiptTotal',
  label: texts.receiptTotal,
  group: texts.groupReceipt,
  // Discounts can see nothing but prices, everything else can see them too.
  empty: () => ({ type: 'receiptTotal', range: { from: 100_000 }, basis: 'GROSS' }),
  Form: ReceiptTotalForm,
  sentence: (value, words) => {
    const says = { GROSS: texts.receiptTotalSays, DISCOUNTED: texts.receiptDiscountedSays, NET: texts.receiptPaidSays }
    return words.say(says[value.basis ?? 'NET'], { range: rangeSentence(value.range, words) })
  },
}

function ReceiptTotalForm({ value, onChange, problems, words }: FormProps<ReceiptTotal>) {
  return (
    <Stack gap="sm">
      <AmountRange
        value={value.range}
        onChange={(range) => onChange({ ...value, range })}
        problems={under(problems, '/range')}
        words={words}
      />
      <BasisSelect
        value={value.basis ?? 'NET'}
        onChange={(basis) => onChange({ ...value, basis })}
        error={said(problems, '/basis', words)}
        words={words}
      />
    </Stack>
  )
}

type BasisProps = { value: Basis; onChange: (value: Basis) => void; error: string | undefined; words: Words }

export function BasisSelect({ value, onChange, error, words }: BasisProps) {
  return (
    <Select
      label={words.say(texts.basis)}
      maw={430}
      value={value}
      data={BASES.map((one) => ({ value: one, label: words.say(texts[`basis.${one}`]) }))}
      onChange={(next) => {
        const basis = BASES.find((one) => one === next)
        if (basis) onChange(basis)
      }}
      error={error}
    />
  )
}

const basketContains: Kind<BasketContains> = {
  type: 'basketContains',
  label: texts.basketContains,
  group: texts.groupReceipt,
  empty: (words) => {
    const first = words.choices('category')[0]
    return { type: 'basketContains', goods: first ? { categories: [first.value] } : {} }
  },
  Form: BasketForm,
  sentence: (value, words) =>
    [
      words.say(texts.basketSays, { goods: goodsNames(value.goods, words) }),
      (value.quantityMilli ?? 1) > 1 &&
        words.say(texts.basketQuantity, { count: words.number((value.quantityMilli ?? 0) / 1000) }),
      (value.amount ?? 0) > 0 && words.say(texts.basketAmount, { amount: words.money(value.amount ?? 0) }),
    ]
      .filter(Boolean)
      .join(' '),
  opposite: (value, words) => words.say(texts.basketNot, { goods: goodsNames(value.goods, words) }),
}

function BasketForm({ value, onChange, problems, words }: FormProps<BasketContains>) {
  const { quantityMilli: _, ...anyNumber } = value
  return (
    <Stack gap="sm">
      <GoodsForm
        label={words.say(texts.whichGoods)}
        value={value.goods}
        onChange={(goods) => onChange({ ...value, goods })}
        problems={under(problems, '/goods')}
        words={words}
      />
      <Group gap="sm" align="flex-start">
        <NumberInput
          label={words.say(texts.quantity)}
          placeholder={words.say(texts.anyQuantity)}
          w={210}
          min={0}
          decimalScale={3}
          allowedDecimalSeparators={['.', ',']}
          decimalSeparator={words.locale === 'ru' ? ',' : '.'}
          value={(value.quantityMilli ?? 1) > 1 ? (value.quantityMilli ?? 0) / 1000 : ''}
          onChange={(next) =>
            onChange(
              typeof next === 'number' && next > 0 ? { ...value, quantityMilli: Math.round(next * 1000) } : anyNumber,
            )
          }
          error={said(problems, '/quantityMilli', words)}
        />
        <AmountInput
          label={words.say(texts.amount)}
          placeholder={words.say(texts.anyAmount)}
          rightSection="₽"
          w={210}
          value={value.amount || undefined}
          onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
          error={said(problems, '/amount', words)}
        />
      </Group>
    </Stack>
  )
}

const inStore: Kind<InStore> = {
  type: 'inStore',
  label: texts.inStore,
  group: texts.groupReceipt,
  empty: (words) => ({
    type: 'inStore',
    stores: words
      .choices('store')
      .slice(0, 1)
      .map((one) => one.value),
  }),
  Form: InStoreForm,
  sentence: (value, words) =>
    words.say(texts.inStoreSays, {
      stores: words.or(value.stores.map((one) => words.quote(words.name('store', one)))),
    }),
  opposite: (value, words) =>
    words.say(texts.inStoreNot, { stores: words.or(value.stores.map((one) => words.quote(words.name('store', one)))) }),
}

function InStoreForm({ value, onChange, problems, words }: FormProps<InStore>) {
  return (
    <ManyChoice
      label={words.say(texts.stores)}
      maw={430}
      of="store"
      words={words}
      value={value.stores}
      onChange={(stores) => onChange({ ...value, stores })}
      error={said(problems, '/stores', words)}
    />
  )
}

const withCode: Kind<WithCode> = {
  type: 'withCode',
  label: texts.withCode,
  group: texts.groupReceipt,
  empty: (words) => ({
    type: 'withCode',
    sets: words
      .choices('promoSet')
      .slice(0, 1)
      .map((one) => one.value),
  }),
  Form: WithCodeForm,
  sentence: (value, words) =>
    words.say(texts.withCodeSays, {
      sets: words.or(value.sets.map((one) => words.quote(words.name('promoSet', one)))),
    }),
  opposite: (value, words) =>
    words.say(texts.withCodeNot, {
      sets: words.or(value.sets.map((one) => words.quote(words.name('promoSet', one)))),
    }),
}

function WithCodeForm({ value, onChange, problems, words }: FormProps<WithCode>) {
  return (
    <ManyChoice
      label={words.say(texts.sets)}
      description={words.choices('promoSet').length === 0 ? words.say(texts.noSets) : undefined}
      maw={430}
      of="promoSet"
      words={words}
      value={value.sets}
      onChange={(sets) => onChange({ ...value, sets })}
      error={said(problems, '/sets', words)}
    />
  )
}

export const receiptKinds: readonly Kind[] = [receiptTotal, basketContains, inStore, withCode]
