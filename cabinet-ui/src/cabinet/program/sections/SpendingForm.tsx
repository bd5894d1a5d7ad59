import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { GoodsForm } from '../../condition/fields/GoodsForm'
import { Percent } from '../../condition/fields/Percent'
import { said, under } from '../../condition/kind'
import { type Spending, type Weekday, withPart } from '../document/program'
import { weekdays } from '../fields/weekdays'
import { Removable } from './Removable'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

/** Paying with bonuses. */
export function SpendingForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const spending = doc.spending ?? {}
  const set = (change: Partial<Spending>) => onChange(withPart(doc, 'spending', change))
  const error = (field: string) => said(problems, `/spending/${field}`, words)
  const amount = (field: 'minRedemption' | 'step' | 'minLineMoney', least: number) => (
    <AmountInput
      label={t(field)}
      value={spending[field] === least ? undefined : spending[field]}
      onChange={(next) => set({ [field]: next ?? least })}
      error={error(field)}
    />
  )
  return (
    <Stack>
      <Switch
        label={t('spendEnabled')}
        checked={spending.enabled !== false}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {spending.enabled !== false && (
        <>
          <Percent
            label={t('maxBp')}
            description={doc.tiers?.length ? t('maxBpHint') : undefined}
            value={spending.maxBp ?? 10_000}
            needed
            onChange={(maxBp) => set({ maxBp })}
            error={error('maxBp')}
          />
          <Radio.Group
            label={t('capBase')}
            value={spending.capBase ?? 'ELIGIBLE_LINES'}
            onChange={(next) => set({ capBase: next as Spending['capBase'] })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="ELIGIBLE_LINES" label={t('capBase.goods')} />
              <Radio value="WHOLE_RECEIPT" label={t('capBase.receipt')} />
            </Stack>
          </Radio.Group>
          <Switch
            label={t('spendOnDiscounted')}
            checked={spending.onDiscounted !== false}
            onChange={(event) => set({ onDiscounted: event.currentTarget.checked })}
          />
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            {amount('minRedemption', 0)}
            {amount('step', 1)}
            {amount('minLineMoney', 0)}
          </Group>
          <Weekdays
            value={spending.weekdays ?? []}
            onChange={(next) => set({ weekdays: next })}
            problems={under(problems, '/spending/weekdays')}
            words={words}
          />
          <GoodsForm
            label={t('spendGoods')}
            value={spending.goods}
            onChange={(goods) => set({ goods })}
            problems={under(problems, '/spending/goods')}
            words={words}
          />
        </>
      )}
    </Stack>
  )
}

type DaysProps = Pick<FormProps, 'problems' | 'words'> & { value: Weekday[]; onChange: (days: Weekday[]) => void }

/** Other shares on some days of the week. */
function Weekdays({ value, onChange, problems, words }: DaysProps) {
  const t = useTexts(texts)
  const set = (at: number, change: Partial<Weekday>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <Stack gap="sm">
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no name of their own
        <Removable key={at} title={t('weekday')} onRemove={() => onChange(value.filter((_, index) => index !== at))}>
          <Checkbox.Group
            label={t('weekdayDays')}
            value={one.days}
            onChange={(days) => set(at, { days })}
            error={said(problems, `/${at}/days`, words)}
          >
            <Group gap="sm" mt="xs">
              {weekdays(words).map((day) => (
                <Checkbox key={day.value} value={day.value} label={day.label} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group gap="sm" align="flex-start" grow>
            <Percent
              label={t('weekdayMax')}
              value={one.maxBp}
              needed
              onChange={(maxBp) => set(at, { maxBp })}
              error={said(problems, `/${at}/maxBp`, words)}
            />
            <NativeSelect
              label={t('weekdayMode')}
              value={one.mode ?? 'AT_MOST'}
              onChange={(event) => set(at, { mode: event.currentTarget.value as Weekday['mode'] })}
              data={[
                { value: 'AT_MOST', label: t('weekdayMode.most') },
                { value: 'INSTEAD', label: t('weekdayMode.instead') },
              ]}
            />
          </Group>
        </Removable>
      ))}
      <Button
        variant="light"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...value, { days: ['SATURDAY', 'SUNDAY'], maxBp: 3000 }])}
      >
        {t('weekdayAdd')}
      </Button>
    </Stack>
  )
}
