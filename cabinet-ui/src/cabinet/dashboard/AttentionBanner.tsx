import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useAttention, useRetryUndelivered } from '@/base/api/queries/attention'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

/** On the overview: what customers' phones do not know yet, and why; nobody should learn it from a customer. */
export function AttentionBanner() {
  const t = useTexts(texts)
  const { data } = useAttention()
  const retry = useRetryUndelivered()
  if (!data || data.undelivered.length + data.work.length === 0) return null
  return (
    <Alert
      role="status"
      mb="md"
      color="honey"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('attention')}
    >
      <Stack gap="xs" align="flex-start">
        {data.undelivered.map((one) => (
          <Cards key={`${one.channel} ${one.reason}`} one={one} />
        ))}
        {data.work.length > 0 && (
          <Text fz="sm" c="var(--k-text)">
            {t('attentionWork')}
          </Text>
        )}
        {data.undelivered.length > 0 && (
          <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {retry.isSuccess ? t('attentionRetried') : t('attentionRetry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

function Cards({ one }: { one: Schemas['Attention']['undelivered'][number] }) {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const f = useFormat(session.zone)
  return (
    <Text fz="sm" c="var(--k-text)">
      {t(`attention.${one.channel}`, { count: one.cards, since: f.dateTime(one.since) })} {t(`attention.${one.reason}`)}
    </Text>
  )
}
