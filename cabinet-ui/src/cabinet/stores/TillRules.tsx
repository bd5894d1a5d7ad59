import { Select, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useChangeTillSettings, useTillSettings } from '@/base/api/queries/stores'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../condition/fields/Whole'
import { texts } from './cashierTexts'

type Change = Schemas['TillSettingsChange']
type Phone = NonNullable<Change['phoneSpending']>

const PHONE: readonly Phone[] = ['FREE', 'CODE', 'NEVER']
const LONGEST_MINUTES = 480
const MOST_LATE_CARDS = 1000
const MOST_SEARCHES = 300

/** How careful this shop's tills are: the rules that a cashier meets. */
export function TillRules() {
  const t = useTexts(texts)
  const settings = useTillSettings()
  const change = useChangeTillSettings()
  const now = settings.data
  if (!now) return null

  function save(next: Change) {
    change.mutate(next, { onSuccess: () => toast.success(t('saved')) })
  }

  return (
    <Panel title={t('rules')}>
      <Stack maw={460}>
        <Select
          label={t('phone')}
          value={now.phoneSpending}
          data={PHONE.map((value) => ({ value, label: t(`phone.${value}`) }))}
          onChange={(value) => value && save({ phoneSpending: value as Phone })}
          disabled={change.isPending}
        />
        <Switch
          label={t('required')}
          description={t('requiredHint')}
          checked={now.cashierRequired}
          onChange={(event) => save({ cashierRequired: event.currentTarget.checked })}
          disabled={change.isPending}
        />
        <Count
          key={`lock ${now.lockAfterMinutes}`}
          label={t('lockAfter')}
          max={LONGEST_MINUTES}
          now={now.lockAfterMinutes}
          save={(lockAfterMinutes) => save({ lockAfterMinutes })}
        />
        <WithoutCard now={now} save={save} disabled={change.isPending} />
        {change.error && <ErrorNote error={change.error} />}
      </Stack>
    </Panel>
  )
}

type PartProps = { now: Schemas['TillSettings']; save: (next: Change) => void; disabled: boolean }

/** What a cashier may do for customers who show no card. */
function WithoutCard({ now, save, disabled }: PartProps) {
  const t = useTexts(texts)
  return (
    <>
      <Switch
        label={t('memberSearch')}
        description={t('memberSearchHint')}
        checked={now.memberSearch}
        onChange={(event) => save({ memberSearch: event.currentTarget.checked })}
        disabled={disabled}
      />
      {now.memberSearch && (
        <Count
          key={`searches ${now.searchesPerTenMinutes}`}
          label={t('searchesPerTenMinutes')}
          max={MOST_SEARCHES}
          now={now.searchesPerTenMinutes}
          save={(searchesPerTenMinutes) => save({ searchesPerTenMinutes })}
        />
      )}
      <Switch
        label={t('lateCards')}
        description={t('lateCardsHint')}
        checked={now.lateCards}
        onChange={(event) => save({ lateCards: event.currentTarget.checked })}
        disabled={disabled}
      />
      {now.lateCards && (
        <Count
          key={now.lateCardsPerDay}
          label={t('lateCardsPerDay')}
          max={MOST_LATE_CARDS}
          now={now.lateCardsPerDay}
          save={(lateCardsPerDay) => save({ lateCardsPerDay })}
        />
      )}
    </>
  )
}

type CountProps = { label: string; max: number; now: number; save: (next: number) => void }

/** A limit, kept when its field is left. */
function Count({ label, max, now, save }: CountProps) {
  const [value, setValue] = useState(now)
  return (
    <Whole
      label={label}
      w="100%"
      min={1}
      max={max}
      needed
      value={value}
      onChange={setValue}
      onLeave={() => {
        const next = Math.min(max, Math.max(1, value))
        if (next !== now) save(next)
      }}
    />
  )
}
