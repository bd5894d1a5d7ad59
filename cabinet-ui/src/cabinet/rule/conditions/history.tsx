import { Group, Stack } from '@mantine/core'
import { AmountRange, type Range, rangeSentence } from '../../condition/fields/AmountRange'
import { PurchaseWindow, type Window, windowSentence } from '../../condition/fields/PurchaseWindow'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, type Kind, said, under } from '../../condition/kind'
import { texts } from './texts'

type QuickReturn = { type: 'quickReturn'; days: number }
type FirstPurchase = { type: 'firstPurchase' }
type PurchasesSum = { type: 'purchasesSum'; window: Window; range: Range }
type PurchasesCount = { type: 'purchasesCount'; window: Window; from?: number; through?: number | null }
type EveryNthPurchase = { type: 'everyNthPurchase'; n: number }

const firstPurchase: Kind<FirstPurchase> = {
  type: 'firstPurchase',
  label: texts.firstPurchase,
  group: texts.groupHistory,
  empty: () => ({ type: 'firstPurchase' }),
  sentence: (_, words) => words.say(texts.firstPurchaseSays),
  opposite: (_, words) => words.say(texts.firstPurchaseNot),
}

const quickReturn: Kind<QuickReturn> = {
  type: 'quickReturn',
  label: texts.quickReturn,
  group: texts.groupHistory,
  empty: () => ({ type: 'quickReturn', days: 7 }),
  Form: ({ value, onChange, problems, words }: FormProps<QuickReturn>) => (
    <Whole
      label={words.say(texts.quickReturnDays)}
      w={230}
      min={1}
      max={3660}
      needed
      value={value.days}
      onChange={(days) => onChange({ ...value, days })}
      error={said(problems, '/days', words)}
    />
  ),
  sentence: (value, words) => words.say(texts.quickReturnSays, { count: value.days }),
  opposite: (value, words) => words.say(texts.quickReturnNot, { count: value.days }),
}

const everyNthPurchase: Kind<EveryNthPurchase> = {
  type: 'everyNthPurchase',
  label: texts.everyNth,
  group: texts.groupHistory,
  empty: () => ({ type: 'everyNthPurchase', n: 10 }),
  Form: ({ value, onChange, problems, words }: FormProps<EveryNthPurchase>) => (
    <Whole
      label={words.say(texts.nth)}
      min={2}
      max={1000}
      needed
      value={value.n}
      onChange={(n) => onChange({ ...value, n })}
      error={said(problems, '/n', words)}
    />
  ),
  sentence: (value, words) => words.say(texts.everyNthSays, { n: words.nth(value.n) }),
}

export const purchasesSum: Kind<PurchasesSum> = {
  type: 'purchasesSum',
  label: texts.purchasesSum,
  group: texts.groupHistory,
  empty: () => ({ type: 'purchasesSum', window: { unit: 'MONTHS', n: 3 }, range: { from: 1_000_000 } }),
  Form: SumForm,
  sentence: (value, words) =>
    words.say(texts.purchasesSumSays, {
      window: windowSentence(value.window, words),
      range: rangeSentence(value.range, words),
    }),
}

function SumForm({ value, onChange, problems, words }: FormProps<PurchasesSum>) {
  return (
    <Stack gap="sm">
      <PurchaseWindow
        value={value.window}
        onChange={(window) => onChange({ ...value, window })}
        problems={under(problems, '/window')}
        words={words}
      />
      <AmountRange
        value={value.range}
        onChange={(range) => onChange({ ...value, range })}
        problems={under(problems, '/range')}
        words={words}
      />
    </Stack>
  )
}

export const purchasesCount: Kind<PurchasesCount> = {
  type: 'purchasesCount',
  label: texts.purchasesCount,
  group: texts.groupHistory,
  empty: () => ({ type: 'purchasesCount', window: { unit: 'DAYS', n: 30 }, from: 3 }),
  Form: CountForm,
  sentence: (value, words) => {
    const { from = 0, through } = value
    const window = windowSentence(value.window, words)
    if (through == null) return words.say(texts.purchasesCountSays, { window, from })
    return words.say(from === 0 ? texts.purchasesCountMost : texts.purchasesCountBoth, { window, from, through })
  },
}

function CountForm({ value, onChange, problems, words }: FormProps<PurchasesCount>) {
  const { through: _, ...endless } = value
  return (
    <Stack gap="sm">
      <PurchaseWindow
        value={value.window}
        onChange={(window) => onChange({ ...value, window })}
        problems={under(problems, '/window')}
        words={words}
      />
      <Group gap="sm" align="flex-start">
        <Whole
          label={words.say(texts.countFrom)}
          needed
          value={value.from ?? 0}
          onChange={(from) => onChange({ ...value, from })}
          error={said(problems, '/from', words)}
        />
        <Whole
          label={words.say(texts.countThrough)}
          placeholder={words.say(texts.anyNumber)}
          value={value.through}
          onChange={(through) => onChange(through === undefined ? endless : { ...value, through })}
          error={said(problems, '/through', words)}
        />
      </Group>
    </Stack>
  )
}

export const historyKinds: readonly Kind[] = [
  firstPurchase,
  quickReturn,
  everyNthPurchase,
  purchasesSum,
  purchasesCount,
]
