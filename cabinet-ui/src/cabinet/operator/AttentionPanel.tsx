import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useOperatorAttention, useRetryUndeliveredOf } from '@/base/api/queries/operator'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { Line, SilentVendors, UndeliveredCards } from '../attention/AttentionLines'
import { texts } from '../attention/texts'

type Shop = Schemas['OperatorAttention']['items'][number]

/** Above the shops: whose cards phones do not know the newest of, and whose jobs go wrong. */
export function AttentionPanel() {
  const t = useTexts(texts)
  const { data } = useOperatorAttention()
  if (!data || data.items.length + data.silentVendors.length === 0) return null
  return (
    <Alert
      role="status"
      mb="md"
      color="honey"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('title')}
    >
      <Stack gap="md">
        {data.silentVendors.length > 0 && (
          <div>
            <SilentVendors silent={data.silentVendors} />
          </div>
        )}
        {data.items.map((shop) => (
          <IllShop key={shop.merchantId} shop={shop} />
        ))}
        {data.more && <Line>{t('more')}</Line>}
      </Stack>
    </Alert>
  )
}

function IllShop({ shop }: { shop: Shop }) {
  const t = useTexts(texts)
  const f = useFormat()
  const retry = useRetryUndeliveredOf()
  return (
    <Stack gap="xs" align="flex-start">
      <div>
        <Text fw={600} fz="sm" c="var(--k-text)">
          {shop.name}
        </Text>
        <UndeliveredCards cards={shop.undelivered} />
        {shop.work.map((one) => (
          <Line key={one.work}>{t('workOf', { work: one.work, since: f.dateTime(one.since) })}</Line>
        ))}
      </div>
      {shop.undelivered.length > 0 && (
        <Button
          size="xs"
          variant="default"
          loading={retry.isPending}
          aria-label={t('retryOf', { name: shop.name })}
          onClick={() => retry.mutate(shop.merchantId)}
        >
          {retry.isSuccess ? t('retried') : t('retry')}
        </Button>
      )}
    </Stack>
  )
}
