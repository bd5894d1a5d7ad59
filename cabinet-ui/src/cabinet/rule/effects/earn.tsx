import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { type Goods, goodsSentence } from '../../condition/fields/goods'
import { Percent } from '../../condition/fields/Percent'
import { type FormProps, said, under } from '../../condition/kind'
import { BandsForm } from '../parts/BandsForm'
import { type Band, bandsSentence, type Measure, measureSentence } from '../parts/bands'
import { bonuses } from '../parts/bonuses'
import { MeasureForm } from '../parts/MeasureForm'
import { texts as parts } from '../parts/texts'
import type { EffectKind } from './effect'
import { Choice, GoodsField, options } from './fields'
import { texts } from './texts'

type On = { goods?: Goods; [part: string]: unknown }
type EarnPercent = On & { type: 'earnPercent'; percentBp: number }
type EarnByTier = On & { type: 'earnByTier' }
type EarnBands = On & { type: 'earnBands'; bands: Band[]; mode?: 'WHOLE' | 'MARGINAL'; measure?: Measure }
type EarnPerStep = On & { type: 'earnPerStep'; step: number; bonus: number }
type MultiplyEarn = On & { type: 'multiplyEarn'; factorPercent: number }

/** A program may give more than was paid; nobody does. */
const MOST_PERCENT = 1000

export const earnPercent: EffectKind<EarnPercent> = {
  type: 'earnPercent',
  phase: 'EARN',
  label: texts.earnPercent,
  empty: () => ({ type: 'earnPercent', percentBp: 500 }),
  Form: (props) => (
    <Stack gap="sm">
      <Percent
        label={props.words.say(texts.percent)}
        needed
        max={MOST_PERCENT}
        value={props.value.percentBp}
        onChange={(percentBp) => props.onChange({ ...props.value, percentBp })}
        error={said(props.problems, '/percentBp', props.words)}
      />
      <GoodsField {...props} />
    </Stack>
  ),
  sentence: (value, words) =>
    words.say(texts.earnPercentSays, {
      percent: words.percent(value.percentBp),
      on: goodsSentence(value.goods, words),
    }),
}

export const earnByTier: EffectKind<EarnByTier> = {
  type: 'earnByTier',
  phase: 'EARN',
  label: texts.earnByTier,
  empty: () => ({ type: 'earnByTier' }),
  Form: (props) => (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {props.words.say(texts.earnByTierHint)}
      </Text>
      <GoodsField {...props} />
    </Stack>
  ),
  sentence: (value, words) => words.say(texts.earnByTierSays, { on: goodsSentence(value.goods, words) }),
}

const RECEIPT: Measure = { type: 'receiptAmount' }

export const earnBands: EffectKind<EarnBands> = {
  type: 'earnBands',
  phase: 'EARN',
  label: texts.earnBands,
  empty: () => ({
    type: 'earnBands',
    bands: [
      { from: 0, percentBp: 300 },
      { from: 50_000, percentBp: 600 },
      { from: 100_000, above: true, percentBp: 1200 },
    ],
  }),
  Form: EarnBandsForm,
  sentence: (value, words) =>
    words.say(texts.earnBandsSays, {
      by: measureSentence(value.measure ?? RECEIPT, words),
      bands: bandsSentence(value.bands, words),
      mode: value.mode === 'MARGINAL' ? words.say(parts.marginalSays) : '',
      on: goodsSentence(value.goods, words),
    }),
}

function EarnBandsForm(props: FormProps<EarnBands>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <BandsForm
        max={MOST_PERCENT}
        value={value.bands}
        onChange={(bands) => onChange({ ...value, bands })}
        problems={under(problems, '/bands')}
        words={words}
      />
      <Choice
        label={words.say(parts.bandMode)}
        value={value.mode ?? 'WHOLE'}
        options={options(['WHOLE', 'MARGINAL'] as const, (one) => parts[`bandMode.${one}`], words)}
        onChange={(mode) => onChange({ ...value, mode })}
        error={said(problems, '/mode', words)}
      />
      <MeasureForm
        value={value.measure ?? RECEIPT}
        onChange={(measure) => onChange({ ...value, measure })}
        problems={under(problems, '/measure')}
        words={words}
      />
      <GoodsField {...props} />
    </Stack>
  )
}

export const earnPerStep: EffectKind<EarnPerStep> = {
  type: 'earnPerStep',
  phase: 'EARN',
  label: texts.earnPerStep,
  empty: () => ({ type: 'earnPerStep', step: 100_000, bonus: 5_000 }),
  Form: PerStepForm,
  sentence: (value, words) =>
    words.say(texts.earnPerStepSays, {
      bonuses: bonuses(value.bonus, words),
      step: words.money(value.step),
      on: goodsSentence(value.goods, words),
    }),
}

function PerStepForm(props: FormProps<EarnPerStep>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <AmountInput
          label={words.say(texts.bonus)}
          w={150}
          value={value.bonus || undefined}
          onChange={(bonus) => onChange({ ...value, bonus: bonus ?? 0 })}
          error={said(problems, '/bonus', words)}
        />
        <AmountInput
          label={words.say(texts.step)}
          w={170}
          rightSection="₽"
          value={value.step || undefined}
          onChange={(step) => onChange({ ...value, step: step ?? 0 })}
          error={said(problems, '/step', words)}
        />
      </Group>
      <GoodsField {...props} />
    </Stack>
  )
}

export const multiplyEarn: EffectKind<MultiplyEarn> = {
  type: 'multiplyEarn',
  phase: 'MULTIPLY',
  label: texts.multiplyEarn,
  empty: () => ({ type: 'multiplyEarn', factorPercent: 200 }),
  Form: MultiplyForm,
  sentence: (value, words) =>
    words.say(texts.multiplyEarnSays, {
      factor: words.number(value.factorPercent / 100),
      on: goodsSentence(value.goods, words),
    }),
}

function MultiplyForm(props: FormProps<MultiplyEarn>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <NumberInput
        label={words.say(texts.factor)}
        description={words.say(texts.factorHint)}
        maw={310}
        prefix="×"
        min={1}
        max={1000}
        step={0.5}
        decimalScale={2}
        decimalSeparator={words.locale === 'ru' ? ',' : '.'}
        allowedDecimalSeparators={['.', ',']}
        value={value.factorPercent / 100}
        onChange={(next) => onChange({ ...value, factorPercent: Math.round(Number(next) * 100) })}
        error={said(problems, '/factorPercent', words)}
      />
      <GoodsField {...props} />
    </Stack>
  )
}
