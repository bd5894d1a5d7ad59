import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useAttention, useRetryUndelivered } from '@/base/api/queries/attention'
import { useTexts } from '@/base/i18n/texts'
import { Line, SilentVendors, UndeliveredCards } from '../attention/AttentionLines'
import { StoppedChannels, useStoppedChannels } from '../attention/StoppedChannels'
import { texts } from '../attention/texts'
import { useCurrentSession } from '../layout/currentSession'

/** On the overview: what customers' phones do not know yet, and why; nobody should learn it from a customer. */
export function AttentionBanner() {
  const t = useTexts(texts)
  const { zone } = useCurrentSession()
  const { data } = useAttention()
  const retry = useRetryUndelivered()
  const stopped = useStoppedChannels()
  if (!data || data.undelivered.length + data.work.length + data.silentVendors.length + stopped.length === 0)
    return null
  return (
    <Alert
      role="status"
      mb="md"
      color="honey"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('title')}
    >
      <Stack gap="xs" align="flex-start">
        {stopped.length > 0 && <StoppedChannels channels={stopped} />}
        <SilentVendors silent={data.silentVendors} zone={zone} />
        <UndeliveredCards cards={data.undelivered} zone={zone} />
        {data.work.length > 0 && <Line>{t('work')}</Line>}
        {data.undelivered.length > 0 && (
          <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {retry.isSuccess ? t('retried') : t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
