import { Group } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { type Problem, said } from '../kind'
import type { Words } from '../words'
import { EndSelect } from './EndSelect'
import { texts } from './texts'

/** Kopecks, `[from, to)` unless said otherwise. */
export type Range = { from?: number | null; above?: boolean; to?: number | null; including?: boolean }

type Props = {
  value: Range
  onChange: (value: Range) => void
  problems: readonly Problem[]
  words: Words
  /** What is counted, behind the figure; null for bonuses, whose name stands in the label already. */
  unit?: string | null
}

/** An amount from … to …; either end may be left open, belong or not. */
export function AmountRange({ value, onChange, problems, words, unit = '₽' }: Props) {
  const t = useTexts(texts)
  const own = problems.filter((one) => one.pointer === '')
  const end = (name: 'from' | 'to', amount: number | undefined) => {
    const { [name]: _, ...rest } = value
    if (amount === undefined) return onChange(rest)
    // "To 500" includes 500 for who types it; a document may say otherwise.
    onChange(name === 'to' ? { ...value, to: amount, including: value.including ?? true } : { ...value, from: amount })
  }
  return (
    <Group gap="sm" align="flex-start">
      <AmountInput
        label={t('lower')}
        placeholder={t('anyAmount')}
        rightSection={unit}
        w={210}
        leftSectionWidth={98}
        leftSection={
          <EndSelect
            label={t('lowerHow')}
            value={value.above ? 'over' : 'from'}
            options={(['from', 'over'] as const).map((one) => ({ value: one, label: t(one) }))}
            onChange={(next) => onChange({ ...value, above: next === 'over' })}
          />
        }
        value={value.from ?? undefined}
        onChange={(next) => end('from', next)}
        error={said(problems, '/from', words) ?? said(own, '', words)}
      />
      <AmountInput
        label={t('upper')}
        placeholder={t('anyAmount')}
        rightSection={unit}
        w={210}
        leftSectionWidth={98}
        leftSection={
          <EndSelect
            label={t('upperHow')}
            value={value.to != null && !value.including ? 'under' : 'to'}
            options={(['to', 'under'] as const).map((one) => ({ value: one, label: t(one) }))}
            onChange={(next) => onChange({ ...value, including: next === 'to' })}
          />
        }
        value={value.to ?? undefined}
        onChange={(next) => end('to', next)}
        error={said(problems, '/to', words)}
      />
    </Group>
  )
}

/** "1,000 ₽ or more", "over 500 ₽ and under 900 ₽". */
export function rangeSentence(value: Range, words: Words): string {
  const from = value.from ?? 0
  const to = value.to
  if (from > 0 && to != null && !value.above && value.including) {
    return words.say(texts.saysFromTo, { low: words.money(from), high: words.money(to) })
  }
  const lower = { amount: words.money(from) }
  const low = from > 0 || value.above ? words.say(value.above ? texts.saysOver : texts.saysFrom, lower) : ''
  const high =
    to == null ? '' : words.say(value.including ? texts.saysTo : texts.saysUnder, { amount: words.money(to) })
  if (low && high) return words.say(texts.saysBoth, { low, high })
  return low || high || words.say(texts.saysAny)
}
