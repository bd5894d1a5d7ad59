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
        {change.error && <ErrorNote error={change.error} />}
      </Stack>
    </Panel>
  )
}
