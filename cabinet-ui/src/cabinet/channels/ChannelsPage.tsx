import { Skeleton, Stack, Text } from '@mantine/core'
import { useChannels, usePhoneProofs } from '@/base/api/queries/channels'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { ChannelPanel } from './ChannelPanel'
import { ProofPanel } from './ProofPanel'
import { RulesPanel } from './RulesPanel'
import { texts } from './texts'
import { kinds } from './vendors'

/** By what the shop writes beside the card, in the order in which it is tried. */
export default function ChannelsPage() {
  const t = useTexts(texts)
  const channels = useChannels()
  const items = channels.data?.items ?? []
  const rank = (kind: string) => items.findIndex((one) => one.kind === kind)
  const inOrder = [...kinds].sort((a, b) => (rank(a) + 1 || 99) - (rank(b) + 1 || 99))
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {channels.error && !channels.data ? (
        <ErrorNote error={channels.error} onRetry={() => void channels.refetch()} />
      ) : channels.data ? (
        <Stack gap="md" maw={860}>
          {items.length > 1 && <Text c="dimmed">{t('order')}</Text>}
          {inOrder.map((kind) => (
            <ChannelPanel
              key={kind}
              kind={kind}
              channel={items.find((one) => one.kind === kind)}
              order={items.map((one) => one.kind)}
            />
          ))}
          <Proofs />
          <RulesPanel key={JSON.stringify(channels.data.rules)} rules={channels.data.rules} />
        </Stack>
      ) : (
        <Skeleton h={320} radius="lg" maw={860} />
      )}
    </>
  )
}

function Proofs() {
  const channels = useChannels().data
  const proofs = usePhoneProofs(useMay('VENDOR_KEYS'))
  // Another channel, another choice of ways: both come anew.
  return channels && proofs.data ? <ProofPanel key={JSON.stringify(proofs.data)} proofs={proofs.data} /> : null
}
