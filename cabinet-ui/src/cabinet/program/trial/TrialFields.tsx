import { Button, Group, NativeSelect, Select, Stack, Switch, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { DateInput } from '@/base/form/DateInput'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../../condition/fields/Whole'
import type { Words } from '../../condition/words'
import { Removable } from '../sections/Removable'
import { lineOf, type Trial, type TrialLine } from './receipt'
import { texts } from './texts'

type Props = { value: Trial; onChange: (trial: Trial) => void; words: Words }

/** What is bought, when, where and by whom. */
export function TrialFields({ value, onChange, words }: Props) {
  const t = useTexts(texts)
  const set = (change: Partial<Trial>) => onChange({ ...value, ...change })
  const line = (key: number, change: Partial<TrialLine>) =>
    set({ lines: value.lines.map((one) => (one.key === key ? { ...one, ...change } : one)) })
  return (
    <Stack>
      {value.lines.map((one, at) => (
        <Removable
          key={one.key}
          title={t('line', { number: at + 1 })}
          onRemove={() => set({ lines: value.lines.filter((other) => other.key !== one.key) })}
        >
          <Line value={one} onChange={(change) => line(one.key, change)} words={words} />
        </Removable>
      ))}
      <Button
        variant="light"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => set({ lines: [...value.lines, lineOf(Math.max(0, ...value.lines.map((one) => one.key)) + 1)] })}
      >
        {t('lineAdd')}
      </Button>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <DateInput label={t('date')} value={value.date} onChange={(day) => set({ date: day })} />
        <TextInput
          type="time"
          label={t('time')}
          value={value.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('store')}
          value={value.store}
          onChange={(event) => set({ store: event.currentTarget.value })}
          data={[{ value: '', label: t('anyStore') }, ...words.choices('store')]}
        />
      </Group>
      <Buyer value={value} onChange={onChange} words={words} />
    </Stack>
  )
}

type LineProps = { value: TrialLine; onChange: (change: Partial<TrialLine>) => void; words: Words }

function Line({ value, onChange, words }: LineProps) {
  const t = useTexts(texts)
  return (
    <>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label={t('good')}
          placeholder={t('anyGood')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={words.choices('good')}
          value={value.good || null}
          onChange={(good) => onChange({ good: good ?? '', category: '' })}
        />
        {!value.good && (
          <Select
            label={t('category')}
            placeholder={t('anyCategory')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            data={words.choices('category')}
            value={value.category || null}
            onChange={(category) => onChange({ category: category ?? '' })}
          />
        )}
      </Group>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <Whole
          w={130}
          label={t('pieces')}
          min={1}
          value={value.pieces}
          onChange={(pieces) => onChange({ pieces: pieces ?? 1 })}
        />
        <AmountInput w={130} label={t('amount')} value={value.amount} onChange={(amount) => onChange({ amount })} />
      </Group>
    </>
  )
}

function Buyer({ value, onChange, words }: Props) {
  const t = useTexts(texts)
  const set = (change: Partial<Trial>) => onChange({ ...value, ...change })
  return (
    <>
      <Switch label={t('card')} checked={value.card} onChange={(event) => set({ card: event.currentTarget.checked })} />
      {value.card && (
        <>
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            <NativeSelect
              label={t('tier')}
              value={value.tier}
              onChange={(event) => set({ tier: event.currentTarget.value })}
              data={words.choices('tier')}
            />
            <AmountInput label={t('balance')} value={value.balance} onChange={(balance) => set({ balance })} />
            <DateInput label={t('birthDate')} value={value.birthDate} onChange={(day) => set({ birthDate: day })} />
          </Group>
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            <Whole
              w={140}
              label={t('purchases')}
              value={value.purchases}
              onChange={(purchases) => set({ purchases: purchases ?? 0 })}
            />
            <AmountInput w={140} label={t('spent')} value={value.spent} onChange={(spent) => set({ spent })} />
            <Whole
              w={140}
              label={t('lastPurchase')}
              value={value.lastPurchaseDays}
              onChange={(days) => set({ lastPurchaseDays: days ?? 0 })}
            />
          </Group>
          <Switch
            label={t('spend')}
            checked={value.spend}
            onChange={(event) => set({ spend: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  )
}
