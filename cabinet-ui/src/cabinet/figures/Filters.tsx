import { Select, SimpleGrid } from '@mantine/core'
import { type FiguresFilter, useFigureChoices } from '@/base/api/queries/figures'
import { DateInput } from '@/base/form/DateInput'
import { readDate } from '@/base/format/typedDate'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

type Props = { filter: FiguresFilter; today: string; onChange: (part: FiguresFilter) => void }

/** Which days, where, by whom and to whom it was sold. */
export function Filters({ filter, today, onChange }: Props) {
  const t = useTexts(texts)
  return (
    <search>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
        <DateInput
          label={t('from')}
          value={filter.from}
          max={filter.to}
          onChange={(day) => {
            const from = readDate(day)
            if (from && from <= (filter.to ?? today)) onChange({ from, to: filter.to })
          }}
        />
        <DateInput
          label={t('to')}
          value={filter.to}
          min={filter.from}
          max={today}
          onChange={(day) => {
            const to = readDate(day)
            if (to && to >= (filter.from ?? to) && to <= today) onChange({ from: filter.from, to })
          }}
        />
        <Choices filter={filter} onChange={onChange} />
      </SimpleGrid>
    </search>
  )
}

function Choices({ filter, onChange }: Omit<Props, 'today'>) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  const { stores = [], cashiers = [], segments = [] } = useFigureChoices().data ?? {}
  const sellers = cashiers.filter((one) => !filter.store || one.storeId === filter.store)
  return (
    <>
      <Choice
        label={t('store')}
        all={t('allStores')}
        value={filter.store}
        options={stores.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(store) => onChange({ store, cashier: undefined })}
      />
      <Choice
        label={t('cashier')}
        all={t('allCashiers')}
        value={filter.cashier}
        options={sellers.map(({ id, name, left }) => ({ value: id, label: left ? t('left', { name }) : name }))}
        onChange={(cashier) => onChange({ cashier })}
      />
      <Choice
        label={t('tier')}
        all={t('allTiers')}
        value={filter.tier}
        options={tiers.map((tier) => ({ value: tier.id, label: text(tier.name) }))}
        onChange={(tier) => onChange({ tier })}
      />
      <Choice
        label={t('segment')}
        all={t('allSegments')}
        value={filter.segment}
        options={segments.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(segment) => onChange({ segment })}
      />
    </>
  )
}

type ChoiceProps = {
  label: string
  all: string
  value: string | undefined
  options: ReadonlyArray<{ value: string; label: string }>
  onChange: (value: string | undefined) => void
}

/** Not there when there is nothing to choose between. */
function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  if (options.length === 0) return null
  return (
    <Select
      label={label}
      searchable={options.length > 8}
      value={value ?? ''}
      onChange={(next) => onChange(next || undefined)}
      data={[{ value: '', label: all }, ...options]}
    />
  )
}
