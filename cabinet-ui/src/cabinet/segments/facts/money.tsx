import { Stack } from '@mantine/core'
import { formatBonus } from '@/base/format/format'
import { AmountRange, type Range, rangeSentence } from '../../condition/fields/AmountRange'
import { ManyChoice } from '../../condition/fields/ManyChoice'
import { PurchaseWindow, type Window, windowSentence } from '../../condition/fields/PurchaseWindow'
import { type FormProps, type Kind, said, under } from '../../condition/kind'
import { purchasesSum } from '../../rule/conditions/history'
import { texts } from './texts'

type Balance = { type: 'balance'; range: Range }
type AverageReceipt = { type: 'averageReceipt'; window: Window; range: Range }
type FirstPurchase = { type: 'firstPurchase' }
type BoughtInStore = { type: 'boughtInStore'; stores: string[]; window: Window }

export const balance: Kind<Balance> = {
  type: 'balance',
  label: texts.balance,
  group: texts.groupMoney,
  empty: () => ({ type: 'balance', range: { from: 10_000 } }),
  Form: ({ value, onChange, problems, words }: FormProps<Balance>) => (
    <AmountRange
      value={value.range}
      onChange={(range) => onChange({ ...value, range })}
      problems={under(problems, '/range')}
      words={words}
      unit={null}
    />
  ),
  sentence: (value, words) => {
    const bonuses = { ...words, money: (minor: number) => formatBonus(minor, words.locale) }
    return words.say(texts.balanceSays, { range: rangeSentence(value.range, bonuses) })
  },
}

export const averageReceipt: Kind<AverageReceipt> = {
  type: 'averageReceipt',
  label: texts.averageReceipt,
  group: texts.groupMoney,
  empty: () => ({ type: 'averageReceipt', window: { unit: 'ALL' }, range: { from: 100_000 } }),
  // Of the same fields as the sum.
  Form: purchasesSum.Form as Kind['Form'],
  sentence: (value, words) =>
    words.say(texts.averageReceiptSays, {
      window: windowSentence(value.window, words),
      range: rangeSentence(value.range, words),
    }),
}

export const neverBought: Kind<FirstPurchase> = {
  type: 'firstPurchase',
  label: texts.firstPurchase,
  group: texts.groupWhen,
  empty: () => ({ type: 'firstPurchase' }),
  sentence: (_, words) => words.say(texts.firstPurchaseSays),
  opposite: (_, words) => words.say(texts.firstPurchaseNot),
}

export const boughtInStore: Kind<BoughtInStore> = {
  type: 'boughtInStore',
  label: texts.boughtInStore,
  group: texts.groupMoney,
  empty: (words) => ({
    type: 'boughtInStore',
    stores: words
      .choices('store')
      .slice(0, 1)
      .map((one) => one.value),
    window: { unit: 'DAYS', n: 30 },
  }),
  Form: StoreForm,
  sentence: (value, words) =>
    words.say(texts.boughtInStoreSays, {
      stores: words.or(value.stores.map((one) => words.name('store', one))),
      window: windowSentence(value.window, words),
    }),
  opposite: (value, words) =>
    words.say(texts.boughtInStoreNot, {
      stores: words.or(value.stores.map((one) => words.name('store', one))),
      window: windowSentence(value.window, words),
    }),
}

function StoreForm({ value, onChange, problems, words }: FormProps<BoughtInStore>) {
  return (
    <Stack gap="sm">
      <ManyChoice
        label={words.say(texts.stores)}
        maw={430}
        of="store"
        words={words}
        value={value.stores}
        onChange={(stores) => onChange({ ...value, stores })}
        error={said(problems, '/stores', words)}
      />
      <PurchaseWindow
        value={value.window}
        onChange={(window) => onChange({ ...value, window })}
        problems={under(problems, '/window')}
        words={words}
      />
    </Stack>
  )
}
