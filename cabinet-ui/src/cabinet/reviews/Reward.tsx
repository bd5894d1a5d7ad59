import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useChannels } from '@/base/api/queries/channels'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import type { Part, Plan } from './plan'
import classes from './Reviews.module.css'
import { texts } from './settingsTexts'
import { Whole } from './Whole'

const DAYS_OF_A_GIFT = 30
const GIFT = 5_000

/** What is given for a score: then the request is advertising. */
export function Reward({ wish: { plan }, change }: Part) {
  const t = useTexts(texts)
  const { reward } = plan
  const given = reward.amount > 0
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('reward')}
        checked={given}
        onChange={(event) =>
          change({
            reward: event.currentTarget.checked ? { amount: GIFT, days: DAYS_OF_A_GIFT } : { amount: 0, days: 0 },
          })
        }
      />
      {given && (
        <div className={classes.sentence}>
          <span>{t('rewardGive')}</span>
          <AmountInput
            aria-label={t('rewardAmount')}
            w={120}
            value={reward.amount}
            onChange={(amount) => amount && change({ reward: { ...reward, amount } })}
          />
          <span>{t('rewardFor')}</span>
          <Whole
            label={t('rewardDays')}
            value={reward.days}
            min={1}
            max={365}
            onChange={(days) => change({ reward: { ...reward, days } })}
          />
          <span>{t('rewardTail', { count: reward.days })}</span>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t(given ? 'rewardAd' : 'rewardNone')}
      </Text>
    </Stack>
  )
}

/** By what it goes to those who have no card in the phone. */
export function Ways({ wish: { plan }, change, asked }: Part) {
  const t = useTexts(texts)
  const offer = plan.reward.amount > 0
  const channels = (useChannels().data?.items ?? []).filter(({ use }) => use.active && (use.marketing || !offer))
  if (channels.length === 0) return null
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('ways')}
        description={t('waysHint')}
        value={plan.ways}
        onChange={(ways) => change({ ways: ways as Plan['ways'] })}
      >
        <Stack gap={6} mt={8}>
          {channels.map(({ kind }) => (
            <Checkbox key={kind} value={kind} label={t(`way.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {plan.ways.includes('MAIL') && (
        <TextInput
          label={t('subject')}
          maxLength={150}
          value={plan.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
          error={asked && !plan.subject.trim() && t('subjectMissing')}
        />
      )}
    </Stack>
  )
}
