import { Group, Select } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { type Problem, said } from '../kind'
import type { Words } from '../words'
import { texts } from './texts'
import { Whole } from './Whole'

export type Window = { unit: 'ALL' | 'DAYS' | 'MONTHS' | 'FULL_MONTHS'; n?: number }

const UNITS = ['ALL', 'DAYS', 'MONTHS', 'FULL_MONTHS'] as const
const BEGIN = { ALL: 0, DAYS: 30, MONTHS: 3, FULL_MONTHS: 3 }

type Props = { value: Window; onChange: (value: Window) => void; problems: readonly Problem[]; words: Words }

/** For all time or for the last days or months. */
export function PurchaseWindow({ value, onChange, problems, words }: Props) {
  const t = useTexts(texts)
  return (
    <Group gap="sm" align="flex-start">
      <Select
        label={t('window')}
        w={240}
        value={value.unit}
        data={UNITS.map((unit) => ({ value: unit, label: t(`window.${unit}`) }))}
        onChange={(next) => {
          const unit = UNITS.find((one) => one === next)
          if (unit) onChange({ ...value, unit, n: BEGIN[unit] })
        }}
        error={said(problems, '/unit', words)}
      />
      {value.unit !== 'ALL' && (
        <Whole
          label={t(value.unit === 'DAYS' ? 'windowDays' : 'windowMonths')}
          min={1}
          max={3660}
          needed
          value={value.n}
          onChange={(n) => onChange({ ...value, n })}
          error={said(problems, '/n', words)}
        />
      )}
    </Group>
  )
}

/** "in the last 3 months" */
export function windowSentence(value: Window, words: Words): string {
  const count = value.n ?? 0
  switch (value.unit) {
    case 'DAYS':
      return words.say(texts.saysDays, { count })
    case 'MONTHS':
      return words.say(texts.saysMonths, { count })
    case 'FULL_MONTHS':
      return words.say(texts.saysFullMonths, { count })
    default:
      return words.say(texts.saysAll)
  }
}
