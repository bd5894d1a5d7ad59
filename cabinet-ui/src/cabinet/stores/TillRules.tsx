import { NumberInput, Select, Stack, Switch } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useChangeTillSettings, useTillSettings } from '@/base/api/queries/stores'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './cashierTexts'

type Change = Schemas['TillSettingsChange']
type Phone = NonNullable<Change['phoneSpending']>

const PHONE: readonly Phone[] = ['FREE', 'CODE', 'NEVER']
const LONGEST_MINUTES = 480
const MOST_LATE_CARDS = 1000

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
        <NumberInput
          key={now.lockAfterMinutes}
          label={t('lockAfter')}
          min={1}
          max={LONGEST_MINUTES}
          allowDecimal={false}
          clampBehavior="blur"
          defaultValue={now.lockAfterMinutes}
          onBlur={(event) => {
            const minutes = Number(event.currentTarget.value)
            const right = Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES
            if (right && minutes !== now.lockAfterMinutes) save({ lockAfterMinutes: minutes })
          }}
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
        description={t('memberSearchHint', { n: now.searchesPerTenMinutes })}
        checked={now.memberSearch}
        onChange={(event) => save({ memberSearch: event.currentTarget.checked })}
        disabled={disabled}
      />
      <Switch
        label={t('lateCards')}
        description={t('lateCardsHint')}
        checked={now.lateCards}
        onChange={(event) => save({ lateCards: event.currentTarget.checked })}
        disabled={disabled}
      />
      {now.lateCards && (
        <NumberInput
          key={now.lateCardsPerDay}
          label={t('lateCardsPerDay')}
          min={1}
          max={MOST_LATE_CARDS}
          allowDecimal={false}
          clampBehavior="blur"
          defaultValue={now.lateCardsPerDay}
          onBlur={(event) => {
            const most = Number(event.currentTarget.value)
            const right = Number.isInteger(most) && most >= 1 && most <= MOST_LATE_CARDS
            if (right && most !== now.lateCardsPerDay) save({ lateCardsPerDay: most })
          }}
        />
      )}
    </>
  )
}
