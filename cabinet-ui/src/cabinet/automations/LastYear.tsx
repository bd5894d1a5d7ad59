import { Button, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useAutomationYear } from '@/base/api/queries/automations'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { isComplete, type Plan, sound } from './plan'
import { texts } from './texts'

/** What it would have done in the last year, and how many had come anyway; nothing is sent. */
export function LastYear({ plan }: { plan: Plan }) {
  const t = useTexts(texts)
  const year = useAutomationYear()
  const stale = year.data && JSON.stringify(year.variables) !== JSON.stringify(sound(plan))
  return (
    <Panel title={t('year')} hint={t('yearHint')}>
      <Stack gap="sm" align="flex-start">
        <div role="status">
          {year.data && !stale && <Told year={year.data} />}
          {stale && <Text c="dimmed">{t('yearStale')}</Text>}
        </div>
        {year.error && <ErrorNote error={year.error} />}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconHistory size={16} aria-hidden />}
          loading={year.isPending}
          disabled={!isComplete(plan)}
          onClick={() => year.mutate(sound(plan))}
        >
          {t('yearRun')}
        </Button>
      </Stack>
    </Panel>
  )
}

function Told({ year }: { year: Schemas['AutomationYear'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  if (!year.known) return <Text>{t('yearUnknown')}</Text>
  if (year.messages === 0) {
    return <Text>{year.unreached > 0 ? t('yearUnreached', { count: f.number(year.unreached) }) : t('yearNobody')}</Text>
  }
  const share = Math.round((year.cameAnyway / year.messages) * 100)
  return (
    <Stack gap={6}>
      <Text fw={650}>{t('yearTold', { count: year.messages, shown: f.number(year.messages) })}</Text>
      <Text size="sm">{t('yearMembers', { count: f.number(year.members) })}</Text>
      <Text size="sm">{t('yearAnyway', { count: f.number(year.cameAnyway), share: f.percent(share) })}</Text>
      {year.steps.length > 1 && (
        <Text size="sm" c="dimmed">
          {year.steps
            .map((one) =>
              t('yearStep', { number: one.step + 1, count: f.number(one.messages), came: f.number(one.cameAnyway) }),
            )
            .join('; ')}
        </Text>
      )}
      {year.gifts > 0 && <Text size="sm">{t('yearGifts', { amount: f.bonus(year.gifts) })}</Text>}
      {year.messageCost > 0 && <Text size="sm">{t('yearCost', { amount: f.money(year.messageCost) })}</Text>}
      {year.unreached > 0 && (
        <Text size="sm" c="dimmed">
          {t('yearUnreached', { count: f.number(year.unreached) })}
        </Text>
      )}
    </Stack>
  )
}
