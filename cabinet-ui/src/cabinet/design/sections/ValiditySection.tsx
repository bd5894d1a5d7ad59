import { Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { DateInput } from '@/base/form/DateInput'
import { useTexts } from '@/base/i18n/texts'
import type { Validity } from '../document/document'
import { inputId, useValue } from '../document/form'
import classes from './Sections.module.css'
import { texts } from './texts'

const YEAR = 12

/** Until when cards are valid: a last day for all, a time after issue, or whichever comes first. */
export function ValiditySection() {
  const t = useTexts(texts)
  const { value = {}, set, error } = useValue<Validity>(['validity'])
  const ends = Object.keys(value).length > 0

  return (
    <section aria-label={t('validity')}>
      <h3>{t('validity')}</h3>
      <p className={classes.hint}>{t('validityHint')}</p>
      <SegmentedControl
        aria-label={t('validity')}
        mb="md"
        value={ends ? 'ends' : 'never'}
        onChange={(next) => set(next === 'ends' ? { months: YEAR } : undefined)}
        data={[
          { value: 'never', label: t('validity.never') },
          { value: 'ends', label: t('validity.ends') },
        ]}
      />
      {ends && <Ends value={value} set={set} />}
      {error && (
        <Text role="alert" fz="sm" c="var(--k-danger-text)" mt="xs">
          {error}
        </Text>
      )}
    </section>
  )
}

type EndsProps = { value: Validity; set: (value: Validity | undefined) => void }

/** A time after issue, a last day, and what happens then. */
function Ends({ value, set }: EndsProps) {
  const t = useTexts(texts)
  const until = useValue<string>(['validity', 'until'])
  const days = useValue<number>(['validity', 'days'])
  const months = useValue<number>(['validity', 'months'])
  const unit = value.days !== undefined ? 'days' : 'months'
  const length = value[unit]

  /** What remains of it; nothing at all where cards end no more. */
  function change(next: Validity) {
    const kept = Object.fromEntries(Object.entries(next).filter(([, one]) => one !== undefined)) as Validity
    const some = kept.until !== undefined || kept.days !== undefined || kept.months !== undefined
    set(some ? kept : undefined)
  }
  const period = (days: number | undefined, months: number | undefined) => change({ ...value, days, months })
  const measure = (wanted: string, amount: number | undefined) =>
    wanted === 'days' ? period(amount, undefined) : period(undefined, amount)
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <NumberInput
          id={inputId(['validity', unit])}
          label={t('validityPeriod')}
          description={t('validityPeriodHint')}
          w={210}
          min={1}
          max={unit === 'days' ? 3650 : 120}
          allowDecimal={false}
          value={length ?? ''}
          error={days.error ?? months.error}
          onChange={(next) => measure(unit, typeof next === 'number' ? next : undefined)}
        />
        <SegmentedControl
          aria-label={t('validityUnit')}
          value={unit}
          disabled={length === undefined}
          onChange={(next) => measure(next, length)}
          data={[
            { value: 'months', label: t('validityMonths') },
            { value: 'days', label: t('validityDays') },
          ]}
        />
      </Group>
      <DateInput
        id={inputId(['validity', 'until'])}
        w={210}
        label={t('validityUntil')}
        description={t('validityUntilHint')}
        value={until.value}
        error={until.error}
        onChange={(day) => change({ ...value, until: day || undefined })}
      />
      <div>
        <Text component="span" fz="sm" fw={600} display="block" mb={6}>
          {t('validityExpired')}
        </Text>
        <SegmentedControl
          aria-label={t('validityExpired')}
          value={value.expired ?? 'REFUSE'}
          onChange={(next) => change({ ...value, expired: next === 'WARN' ? 'WARN' : undefined })}
          data={[
            { value: 'REFUSE', label: t('validity.REFUSE') },
            { value: 'WARN', label: t('validity.WARN') },
          ]}
        />
      </div>
    </Stack>
  )
}
