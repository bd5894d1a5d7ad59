import { Button, NumberInput, Radio, Stack, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { said } from '../../condition/kind'
import { type Referral, withPart } from '../document/program'
import { levelsOf, withLevels } from '../document/referral'
import { ReferralLevel } from './ReferralLevel'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

const MOST = 10
const MOST_DAYS = 365

/** What inviting a friend brings. */
export function ReferralForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const referral = doc.referral
  const levels = referral ? levelsOf(referral) : []
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
          {levels.map((level, at) => (
            <ReferralLevel
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
              key={at}
              at={at}
              level={level}
              error={
                said(problems, `/referral/levelsBp/${at}`, words) ?? said(problems, `/referral/fixed/${at}`, words)
              }
              onChange={(next) => set(withLevels(levels.map((one, index) => (index === at ? next : one))))}
              onRemove={() => set(withLevels(levels.filter((_, index) => index !== at)))}
            />
          ))}
          {levels.length < MOST && (
            <Button
              variant="light"
              size="compact-md"
              style={{ alignSelf: 'flex-start' }}
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => set(withLevels([...levels, { bp: 100, fixed: 0 }]))}
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
          <ReferralTerms doc={doc} onChange={onChange} problems={problems} words={words} />
        </>
      )}
    </Stack>
  )
}

/** When a reward is given and how much of it at most. */
function ReferralTerms({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const referral = doc.referral
  if (!referral) return null
  const set = (change: Partial<Referral>) => onChange(withPart(doc, 'referral', change))
  const amount = (field: 'minPurchase' | 'perDay' | 'perMonth' | 'welcome') => (
    <AmountInput
      label={t(`referral.${field}`)}
      value={referral[field] || undefined}
      onChange={(next) => set({ [field]: next ?? 0 })}
      error={said(problems, `/referral/${field}`, words)}
    />
  )
  return (
    <>
      {amount('minPurchase')}
      <NumberInput
        label={t('referralDays')}
        description={t('referralDaysHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={referral.pendingDays ?? 0}
        min={0}
        max={MOST_DAYS}
        allowDecimal={false}
        allowNegative={false}
        onChange={(next) => set({ pendingDays: Number(next) || 0 })}
        error={said(problems, '/referral/pendingDays', words)}
      />
      <Switch
        label={t('referralSecond')}
        description={t('referralSecondHint')}
        checked={referral.untilSecondPurchase ?? false}
        onChange={(event) => set({ untilSecondPurchase: event.currentTarget.checked })}
      />
      {amount('perDay')}
      {amount('perMonth')}
      {amount('welcome')}
    </>
  )
}
