import { Group, NativeSelect, Radio, Stack, Switch } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { PurchaseWindow } from '../../condition/fields/PurchaseWindow'
import { Whole } from '../../condition/fields/Whole'
import { said, under } from '../../condition/kind'
import { type Recompute, type TierPolicy, withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

const MEASURES = ['NET', 'DISCOUNTED', 'GROSS'] as const

/** When tiers go up and down. */
export function TierPolicyForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const policy = doc.tierPolicy ?? {}
  const set = (change: Partial<TierPolicy>) => onChange(withPart(doc, 'tierPolicy', change))
  return (
    <Stack>
      <PurchaseWindow
        value={policy.window ?? { unit: 'ALL' }}
        onChange={(window) => set({ window })}
        problems={under(problems, '/tierPolicy/window')}
        words={words}
      />
      <NativeSelect
        label={t('measure')}
        value={policy.measure ?? 'NET'}
        onChange={(event) => set({ measure: event.currentTarget.value as TierPolicy['measure'] })}
        data={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
        error={said(problems, '/tierPolicy/measure', words)}
      />
      <Radio.Group
        label={t('lift')}
        value={policy.receipt ?? 'TIER_BEFORE'}
        onChange={(next) => set({ receipt: next as TierPolicy['receipt'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="TIER_BEFORE" label={t('lift.next')} />
          <Radio value="SAME_RECEIPT" label={t('lift.same')} />
        </Stack>
      </Radio.Group>
      <Switch
        label={t('recompute')}
        checked={Boolean(policy.recompute)}
        onChange={(event) => set({ recompute: event.currentTarget.checked ? { months: 6, graceMonths: 1 } : null })}
      />
      {policy.recompute && (
        <Recomputation
          value={policy.recompute}
          onChange={(recompute) => set({ recompute })}
          problems={under(problems, '/tierPolicy/recompute')}
          words={words}
        />
      )}
    </Stack>
  )
}

type Props = Pick<FormProps, 'problems' | 'words'> & { value: Recompute; onChange: (value: Recompute) => void }

function Recomputation({ value, onChange, problems, words }: Props) {
  const t = useTexts(texts)
  return (
    <>
      <Group gap="sm" align="flex-start" grow>
        <Whole
          label={t('months')}
          min={1}
          value={value.months}
          onChange={(months) => onChange({ ...value, months: months ?? 1 })}
          error={said(problems, '/months', words)}
        />
        <Whole
          label={t('graceMonths')}
          value={value.graceMonths ?? 0}
          onChange={(graceMonths) => onChange({ ...value, graceMonths })}
          error={said(problems, '/graceMonths', words)}
        />
      </Group>
      <Radio.Group
        label={t('downgrade')}
        value={value.downgrade ?? 'TO_EARNED'}
        onChange={(next) => onChange({ ...value, downgrade: next as Recompute['downgrade'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="TO_EARNED" label={t('downgrade.earned')} />
          <Radio value="ONE_STEP" label={t('downgrade.step')} />
        </Stack>
      </Radio.Group>
    </>
  )
}
