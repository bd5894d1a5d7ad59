import { Button, Group, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useAutomations } from '@/base/api/queries/automations'
import { useChannels } from '@/base/api/queries/channels'
import { useLiability } from '@/base/api/queries/reports'
import { useSegmentCount } from '@/base/api/queries/segments'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { todayIn } from '../figures/periods'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink } from '../layout/links'
import { advise } from './advice'
import { texts } from './adviceTexts'

const WEEK = 7

/** One thing a day that is worth doing, with the way to do it; for who writes to members. */
export function AdvicePanel() {
  const t = useTexts(texts)
  const f = useFormat()
  const owner = useMay('VENDOR_KEYS')
  const today = todayIn(useCurrentSession().zone ?? 'Europe/Moscow')
  const [put, putAway] = useLocalStorage<{ day: string; advice: string[] }>({
    key: 'kartela-advice',
    defaultValue: { day: today, advice: [] },
  })
  const channels = useChannels(owner).data
  const automations = useAutomations().data
  const liability = useLiability(WEEK).data
  const leaving = useSegmentCount({ condition: { type: 'rfm', groups: ['AT_RISK'] } }).data
  if ((owner && !channels) || !automations || !liability || !leaving) return null

  const known = {
    channels: owner && channels ? channels.items.filter((one) => one.use.active).map((one) => one.kind) : null,
    automations: automations.items,
    burning: liability.burning,
    leaving: leaving.members,
  }
  const away = put.day === today ? put.advice : []
  const advice = advise(known, away)
  if (!advice) return null
  const amount = f.bonus(liability.burning)
  return (
    <Panel title={t('title')}>
      <Group justify="space-between" gap="md">
        <Text maw="44em">{t(advice, { amount, count: leaving.members })}</Text>
        <Group gap="sm">
          {advice === 'noChannel' && <ButtonLink to="/channels">{t('connect')}</ButtonLink>}
          {advice === 'burning' && (
            <ButtonLink to="/automations/new/$kind" params={{ kind: 'BURN_WARNING' }}>
              {t('warn')}
            </ButtonLink>
          )}
          {advice === 'leaving' && (
            <ButtonLink to="/automations/new/$kind" params={{ kind: 'WIN_BACK' }}>
              {t('winBack')}
            </ButtonLink>
          )}
          <Button variant="default" onClick={() => putAway({ day: today, advice: [...away, advice] })}>
            {t('notToday')}
          </Button>
        </Group>
      </Group>
    </Panel>
  )
}
