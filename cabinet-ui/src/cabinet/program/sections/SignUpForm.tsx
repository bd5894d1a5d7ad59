import { Stack, Switch } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../../condition/fields/Whole'
import { said, under } from '../../condition/kind'
import { LifetimeForm } from '../../rule/parts/LifetimeForm'
import { type Gift, withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

const FIRST: Gift = { amount: 10_000, life: { type: 'days', days: 14 } }

/** The welcome gift. */
export function SignUpForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const gift = doc.signUp
  const set = (change: Partial<Gift>) => onChange(withPart(doc, 'signUp', change))
  return (
    <Stack>
      <Switch
        label={t('signUpOn')}
        checked={Boolean(gift)}
        onChange={(event) => onChange({ ...doc, signUp: event.currentTarget.checked ? FIRST : null })}
      />
      {gift && (
        <>
          <AmountInput
            label={t('giftAmount')}
            value={gift.amount}
            onChange={(amount) => set({ amount })}
            error={said(problems, '/signUp/amount', words)}
          />
          <Whole
            label={t('pendingDays')}
            w="100%"
            value={gift.pendingDays ?? 0}
            onChange={(pendingDays) => set({ pendingDays })}
            error={said(problems, '/signUp/pendingDays', words)}
          />
          <LifetimeForm
            value={gift.life}
            onChange={(life) => set({ life })}
            problems={under(problems, '/signUp/life')}
            words={words}
          />
        </>
      )}
    </Stack>
  )
}
