import { Checkbox, Group, Select, Stack } from '@mantine/core'
import { DateInput } from '@/base/form/DateInput'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { Lifetime } from './lifetime'
import { texts } from './texts'

const TYPES = ['never', 'days', 'throughDate', 'throughYearly'] as const

function begin(type: Lifetime['type']): Lifetime {
  switch (type) {
    case 'days':
      return { type, days: 30 }
    case 'throughDate':
      return { type, date: `${new Date().getFullYear()}-12-31` }
    case 'throughYearly':
      return { type, month: 12, day: 31 }
    default:
      return { type: 'never' }
  }
}

type Props = Omit<FormProps<Lifetime>, 'value'> & { value: Lifetime | undefined; label?: string }

/** How long bonuses last: for ever, some days, through a date or through one day of every year. */
export function LifetimeForm({ value = { type: 'never' }, onChange, problems, words, label }: Props) {
  const t = useTexts(texts)
  return (
    <Stack gap="sm">
      <Select
        label={label ?? t('life')}
        maw={310}
        value={value.type}
        data={TYPES.map((type) => ({ value: type, label: t(`life.${type}`) }))}
        onChange={(next) => {
          const type = TYPES.find((one) => one === next)
          if (type && type !== value.type) onChange(begin(type))
        }}
      />
      {value.type === 'days' && <Days value={value} onChange={onChange} problems={problems} words={words} />}
      {value.type === 'throughDate' && (
        <DateInput
          w={210}
          label={t('lifeDate')}
          value={value.date}
          onChange={(day) => onChange({ ...value, date: day })}
          error={said(problems, '/date', words)}
        />
      )}
      {value.type === 'throughYearly' && <Yearly value={value} onChange={onChange} problems={problems} words={words} />}
    </Stack>
  )
}

function Days({ value, onChange, problems, words }: FormProps<Extract<Lifetime, { type: 'days' }>>) {
  const t = useTexts(texts)
  return (
    <>
      <Whole
        label={t('lifeDays')}
        min={1}
        max={36_600}
        needed
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
        error={said(problems, '/days', words)}
      />
      <Checkbox
        label={t('firstDayCounts')}
        checked={value.firstDayCounts ?? false}
        onChange={(event) => onChange({ ...value, firstDayCounts: event.currentTarget.checked })}
      />
    </>
  )
}

function monthName(month: number, words: Words) {
  const date = new Date(Date.UTC(2024, month - 1, 1))
  return new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' }).format(date)
}

function Yearly({ value, onChange, problems, words }: FormProps<Extract<Lifetime, { type: 'throughYearly' }>>) {
  const t = useTexts(texts)
  return (
    <Group gap="sm" align="flex-start">
      <Whole
        label={t('dayOfMonth')}
        w={110}
        min={1}
        max={31}
        needed
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        error={said(problems, '/day', words)}
      />
      <Select
        label={t('month')}
        w={190}
        value={String(value.month)}
        data={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: monthName(at + 1, words) }))}
        onChange={(next) => onChange({ ...value, month: Number(next) })}
        error={said(problems, '/month', words)}
      />
    </Group>
  )
}
