import { Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { isOffer, type Plan } from './plan'
import { texts } from './texts'

const SHARES = [0, 5, 10, 20, 30, 50]
const BUDGET = 1_000_000

type Props = { plan: Plan; onChange: (plan: Plan) => void; asked: boolean }

/** Whom it leaves out to be compared with, and what it may spend. */
export function LimitsChoice({ plan, onChange, asked }: Props) {
  const t = useTexts(texts)
  const held = plan.holdOutPercent ?? 0
  const shares = SHARES.includes(held) ? SHARES : [...SHARES, held].sort((a, b) => a - b)
  return (
    <Stack gap="md">
      {isOffer(plan) && (
        <Select
          label={t('holdOut')}
          description={t('holdOutHint')}
          allowDeselect={false}
          maw={430}
          value={String(held)}
          onChange={(next: string | null) => onChange({ ...plan, holdOutPercent: Number(next) })}
          data={shares.map((one) => ({
            value: String(one),
            label: one === 0 ? t('holdOutNone') : t('holdOutShare', { percent: one }),
          }))}
        />
      )}
      <Group gap="sm" align="center">
        <Checkbox
          label={t('budget')}
          checked={plan.budget != null}
          onChange={(event) => onChange({ ...plan, budget: event.currentTarget.checked ? BUDGET : null })}
        />
        {plan.budget != null && (
          <AmountInput
            aria-label={t('budgetAmount')}
            w={170}
            value={plan.budget || undefined}
            onChange={(budget) => onChange({ ...plan, budget: budget ?? 0 })}
            error={asked && plan.budget <= 0 && t('budgetMissing')}
          />
        )}
      </Group>
      {plan.budget != null && (
        <Text size="sm" c="dimmed">
          {t('budgetHint')}
        </Text>
      )}
    </Stack>
  )
}
