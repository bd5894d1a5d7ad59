import { Group, Stack, Text } from '@mantine/core'
import { type Goods, goodsMode, goodsNames } from '../../condition/fields/goods'
import { Percent } from '../../condition/fields/Percent'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { EffectKind } from './effect'
import { Choice, GoodsField, options, type Spread, SpreadField } from './fields'
import { texts } from './texts'

type On = { goods?: Goods; spread?: Spread | null; [part: string]: unknown }
type NForM = On & { type: 'nForM'; n: number; m: number; pick?: 'CHEAPEST_OVERALL' | 'GROUPED_DESC' }
type EveryNth = On & { type: 'everyNth'; n: number; percentBp: number; order?: 'PRICE_DESC' | 'SCAN_ORDER' }
type StampCard = On & { type: 'stampCard'; counter: string; n: number; percentBp?: number }

const FREE = 10_000

/** " (“Croissant”)" */
function of(goods: Goods | undefined, words: Words): string {
  return goodsMode(goods ?? {}) === 'all' ? '' : ` (${goodsNames(goods, words)})`
}

export const nForM: EffectKind<NForM> = {
  type: 'nForM',
  phase: 'DISCOUNT',
  label: texts.nForM,
  empty: () => ({ type: 'nForM', n: 3, m: 2 }),
  Form: NForMForm,
  sentence: (value, words) => words.say(texts.nForMSays, { n: value.n, m: value.m, of: of(value.goods, words) }),
}

function NForMForm(props: FormProps<NForM>) {
  const { value, onChange, problems, words } = props
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <Whole
          label={words.say(texts.taken)}
          w={110}
          min={2}
          max={1000}
          needed
          value={value.n}
          onChange={(n) => onChange({ ...value, n })}
          error={said(problems, '/n', words)}
        />
        <Whole
          label={words.say(texts.paid)}
          w={110}
          min={1}
          max={999}
          needed
          value={value.m}
          onChange={(m) => onChange({ ...value, m })}
          error={said(problems, '/m', words)}
        />
      </Group>
      <GoodsField {...props} />
      <Choice
        label={words.say(texts.pick)}
        value={value.pick ?? 'CHEAPEST_OVERALL'}
        options={options(['CHEAPEST_OVERALL', 'GROUPED_DESC'] as const, (one) => texts[`pick.${one}`], words)}
        onChange={(pick) => onChange({ ...value, pick })}
      />
      <SpreadField {...props} />
    </Stack>
  )
}

export const everyNth: EffectKind<EveryNth> = {
  type: 'everyNth',
  phase: 'DISCOUNT',
  label: texts.everyNth,
  empty: () => ({ type: 'everyNth', n: 2, percentBp: 5000 }),
  Form: EveryNthForm,
  sentence: (value, words) =>
    words.say(value.percentBp === FREE ? texts.everyNthFree : texts.everyNthSays, {
      n: words.nth(value.n),
      percent: words.percent(value.percentBp),
      of: of(value.goods, words),
    }),
}

function EveryNthForm(props: FormProps<EveryNth>) {
  const { value, onChange, words } = props
  return (
    <Stack gap="sm">
      <NthFields {...props} />
      <GoodsField {...props} />
      <Choice
        label={words.say(texts.order)}
        value={value.order ?? 'PRICE_DESC'}
        options={options(['PRICE_DESC', 'SCAN_ORDER'] as const, (one) => texts[`order.${one}`], words)}
        onChange={(order) => onChange({ ...value, order })}
      />
      <SpreadField {...props} optional />
    </Stack>
  )
}

/** Which one, and how much off it. */
function NthFields<E extends EveryNth | StampCard>({ value, onChange, problems, words }: FormProps<E>) {
  return (
    <Group gap="sm" align="flex-end">
      <Whole
        label={words.say(texts.nth)}
        w={170}
        min={2}
        max={1000}
        needed
        value={value.n}
        onChange={(n) => onChange({ ...value, n })}
        error={said(problems, '/n', words)}
      />
      <Percent
        label={words.say(texts.nthPercent)}
        description={words.say(texts.nthPercentHint)}
        w={170}
        needed
        value={value.percentBp ?? FREE}
        onChange={(percentBp) => onChange({ ...value, percentBp })}
        error={said(problems, '/percentBp', words)}
      />
    </Group>
  )
}

export const stampCard: EffectKind<StampCard> = {
  type: 'stampCard',
  phase: 'DISCOUNT',
  label: texts.stampCard,
  empty: () => ({ type: 'stampCard', counter: '', n: 7 }),
  Form: StampForm,
  sentence: (value, words) =>
    words.say((value.percentBp ?? FREE) === FREE ? texts.stampCardFree : texts.stampCardSays, {
      n: words.nth(value.n),
      percent: words.percent(value.percentBp ?? FREE),
      of: of(value.goods, words),
    }),
}

function StampForm(props: FormProps<StampCard>) {
  const counter = said(props.problems, '/counter', props.words)
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {props.words.say(texts.stampHint)}
      </Text>
      <NthFields {...props} />
      <GoodsField {...props} />
      <SpreadField {...props} />
      {counter && (
        <Text size="sm" role="alert" c="var(--k-danger-text)">
          {counter}
        </Text>
      )}
    </Stack>
  )
}
