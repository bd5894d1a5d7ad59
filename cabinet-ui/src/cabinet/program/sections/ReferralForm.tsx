import { Button, Radio, Stack, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { Percent } from '../../condition/fields/Percent'
import { said } from '../../condition/kind'
import { type Referral, withPart } from '../document/program'
import { Removable } from './Removable'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

const MOST = 10

/** What inviting a friend brings. */
export function ReferralForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const referral = doc.referral
  const levels = referral?.levelsBp ?? []
  const set = (change: Partial<Referral>) => onChange(withPart(doc, 'referral', change))
  return (
    <Stack>
      <Switch
        label={t('referralOn')}
        checked={Boolean(referral)}
        onChange={(event) => onChange({ ...doc, referral: event.currentTarget.checked ? { levelsBp: [300] } : null })}
      />
      {referral && (
        <>
          {levels.map((bp, at) => (
            <Removable
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
              key={at}
              title={t('referralLevel', { number: at + 1 })}
              onRemove={() => set({ levelsBp: levels.filter((_, index) => index !== at) })}
            >
              <Percent
                label={t(at === 0 ? 'referralFirst' : 'referralNext')}
                value={bp}
                needed
                onChange={(next) => set({ levelsBp: levels.map((one, index) => (index === at ? next : one)) })}
                error={said(problems, `/referral/levelsBp/${at}`, words)}
              />
            </Removable>
          ))}
          {levels.length < MOST && (
            <Button
              variant="light"
              size="compact-md"
              style={{ alignSelf: 'flex-start' }}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => set({ levelsBp: [...levels, 100] })}
            >
              {t('referralAdd')}
            </Button>
          )}
          <Radio.Group
            label={t('referralPurchases')}
            value={referral.purchases ?? 'ALL'}
            onChange={(next) => set({ purchases: next as Referral['purchases'] })}
            error={said(
              problems.filter((one) => one.pointer === '/referral/levelsBp'),
              '',
              words,
            )}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="ALL" label={t('referralPurchases.all')} />
              <Radio value="FIRST_PURCHASE_ONLY" label={t('referralPurchases.first')} />
            </Stack>
          </Radio.Group>
          <AmountInput
            label={t('welcome')}
            value={referral.welcome || undefined}
            onChange={(next) => set({ welcome: next ?? 0 })}
            error={said(problems, '/referral/welcome', words)}
          />
        </>
      )}
    </Stack>
  )
}
