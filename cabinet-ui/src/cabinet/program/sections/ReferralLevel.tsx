import { SegmentedControl, Stack } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { Percent } from '../../condition/fields/Percent'
import type { Level } from '../document/referral'
import { Removable } from './Removable'
import { texts } from './texts'

const FIRST_SUM = 10_000
const FIRST_SHARE = 300

type Props = {
  at: number
  level: Level
  error: string | undefined
  onChange: (next: Level) => void
  onRemove: () => void
}

/** What one level of inviters gets: a share of the purchase or a sum. */
export function ReferralLevel({ at, level, error, onChange, onRemove }: Props) {
  const t = useTexts(texts)
  const label = t(at === 0 ? 'referralFirst' : 'referralNext')
  const sum = level.fixed > 0
  return (
    <Removable title={t('referralLevel', { number: at + 1 })} onRemove={onRemove}>
      <Stack gap="xs" align="flex-start">
        <SegmentedControl
          aria-label={t('referralKind', { number: at + 1 })}
          size="sm"
          value={sum ? 'sum' : 'share'}
          onChange={(kind) => onChange(kind === 'sum' ? { bp: 0, fixed: FIRST_SUM } : { bp: FIRST_SHARE, fixed: 0 })}
          data={[
            { value: 'share', label: t('referralShare') },
            { value: 'sum', label: t('referralSum') },
          ]}
        />
        {sum ? (
          <AmountInput
            label={label}
            value={level.fixed}
            onChange={(next) => next && onChange({ bp: 0, fixed: next })}
            error={error}
          />
        ) : (
          <Percent
            label={label}
            value={level.bp}
            needed
            onChange={(next) => onChange({ bp: next, fixed: 0 })}
            error={error}
          />
        )}
      </Stack>
    </Removable>
  )
}
