import { Group, Stack } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { type Goods, goodsSentence } from '../../condition/fields/goods'
import { Percent } from '../../condition/fields/Percent'
import { type FormProps, said, under } from '../../condition/kind'
import { BandsForm } from '../parts/BandsForm'
import { type Band, bandsSentence, type Measure, measureSentence } from '../parts/bands'
import { MeasureForm } from '../parts/MeasureForm'
import type { EffectKind } from './effect'
import { Choice, GoodsField, options } from './fields'
import { texts } from './texts'

type On = { goods?: Goods; [part: string]: unknown }
type Scope = 'LINE' | 'RECEIPT'
type DiscountPercent = On & { type: 'discountPercent'; percentBp: number; scope?: Scope }
type DiscountFixed = On & { type: 'discountFixed'; amount: number; scope?: Scope }
type DiscountByTier = On & { type: 'discountByTier' }
type DiscountBands = On & { type: 'discountBands'; bands: Band[]; measure?: Measure }

export const discountPercent: EffectKind<DiscountPercent> = {
  type: 'discountPercent',
  phase: 'DISCOUNT',
  label: texts.discountPercent,
  empty: () => ({ type: 'discountPercent', percentBp: 1000 }),
  Form: PercentForm,
  sentence: (value, words) =>
    words.say(texts.discountPercentSays, {
      percent: words.percent(value.percentBp),
      on: goodsSentence(value.goods, words),
    }),
}

function PercentForm(props: FormProps<DiscountPercent>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <Percent
          label={words.say(texts.percent)}
          needed
          value={value.percentBp}
          onChange={(percentBp) => onChange({ ...value, percentBp })}
          error={said(problems, '/percentBp', words)}
        />
        <Choice
          label={words.say(texts.scope)}
          value={value.scope ?? 'LINE'}
          options={options(['LINE', 'RECEIPT'] as const, (one) => texts[`percentScope.${one}`], words)}
          onChange={(scope) => onChange({ ...value, scope })}
        />
      </Group>
      <GoodsField {...props} />
    </Stack>
  )
}

export const discountFixed: EffectKind<DiscountFixed> = {
  type: 'discountFixed',
  phase: 'DISCOUNT',
  label: texts.discountFixed,
  empty: () => ({ type: 'discountFixed', amount: 10_000 }),
  Form: FixedForm,
  sentence: (value, words) =>
    words.say(value.scope === 'LINE' ? texts.discountPieceSays : texts.discountFixedSays, {
      amount: words.money(value.amount),
      on: goodsSentence(value.goods, words),
    }),
}

function FixedForm(props: FormProps<DiscountFixed>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <AmountInput
          label={words.say(texts.amount)}
          w={150}
          rightSection="₽"
          value={value.amount || undefined}
          onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
          error={said(problems, '/amount', words)}
        />
        <Choice
          label={words.say(texts.fixedScope)}
          value={value.scope ?? 'RECEIPT'}
          options={options(['RECEIPT', 'LINE'] as const, (one) => texts[`fixedScope.${one}`], words)}
          onChange={(scope) => onChange({ ...value, scope })}
        />
      </Group>
      <GoodsField {...props} />
    </Stack>
  )
}

export const discountByTier: EffectKind<DiscountByTier> = {
  type: 'discountByTier',
  phase: 'DISCOUNT',
  label: texts.discountByTier,
  empty: () => ({ type: 'discountByTier' }),
  Form: (props) => <GoodsField {...props} />,
  sentence: (value, words) => words.say(texts.discountByTierSays, { on: goodsSentence(value.goods, words) }),
}

const ALL_PURCHASES: Measure = { type: 'purchases', window: { unit: 'ALL' } }

export const discountBands: EffectKind<DiscountBands> = {
  type: 'discountBands',
  phase: 'DISCOUNT',
  label: texts.discountBands,
  empty: () => ({
    type: 'discountBands',
    bands: [
      { from: 1_000_000, percentBp: 300 },
      { from: 3_000_000, percentBp: 500 },
    ],
  }),
  Form: BandsDiscountForm,
  sentence: (value, words) =>
    words.say(texts.discountBandsSays, {
      by: measureSentence(value.measure ?? ALL_PURCHASES, words),
      bands: bandsSentence(value.bands, words),
      on: goodsSentence(value.goods, words),
    }),
}

function BandsDiscountForm(props: FormProps<DiscountBands>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <BandsForm
        value={value.bands}
        onChange={(bands) => onChange({ ...value, bands })}
        problems={under(problems, '/bands')}
        words={words}
      />
      <MeasureForm
        value={value.measure ?? ALL_PURCHASES}
        onChange={(measure) => onChange({ ...value, measure })}
        problems={under(problems, '/measure')}
        words={words}
      />
      <GoodsField {...props} />
    </Stack>
  )
}
