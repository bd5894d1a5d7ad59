import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useChannelBalance, useOrderChannels, useRemoveChannel } from '@/base/api/queries/channels'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { ChannelDialog } from './ChannelDialog'
import { HookNote } from './HookNote'
import { TestDialog } from './TestDialog'
import { texts } from './texts'
import { isConnected, vendorName } from './vendors'

type Channel = Schemas['Channel']
type Kind = Schemas['ChannelKind']
type Props = { kind: Kind; channel: Channel | undefined; order: Kind[] }

export function ChannelPanel({ kind, channel, order }: Props) {
  const t = useTexts(texts)
  const [dialog, setDialog] = useState<'change' | 'test' | 'remove'>()
  const close = () => setDialog(undefined)
  return (
    <Panel title={t(`kind.${kind}`)} actions={<Actions kind={kind} channel={channel} order={order} open={setDialog} />}>
      {channel ? <Facts channel={channel} /> : <Text c="dimmed">{t(kind === 'WEB' ? 'noneWeb' : 'none')}</Text>}
      {dialog === 'change' && <ChannelDialog kind={kind} channel={channel} onClose={close} />}
      {dialog === 'test' && <TestDialog kind={kind} onClose={close} />}
      {dialog === 'remove' && <Remove kind={kind} onClose={close} />}
    </Panel>
  )
}

type ActionsProps = Props & { open: (dialog: 'change' | 'test' | 'remove') => void }

function Actions({ kind, channel, order, open }: ActionsProps) {
  const t = useTexts(texts)
  const reorder = useOrderChannels()
  const named = (action: string) => `${action}: ${t(`kind.${kind}`)}`
  if (!channel) {
    return (
      <Button onClick={() => open('change')} aria-label={named(t('setUp'))}>
        {t('setUp')}
      </Button>
    )
  }
  return (
    <Group gap="xs">
      {order[0] !== kind && (
        <Button
          variant="subtle"
          loading={reorder.isPending}
          aria-label={named(t('first'))}
          onClick={() =>
            reorder.mutate([kind, ...order.filter((one) => one !== kind)], {
              onSuccess: () => toast.success(t('firstDone')),
              onError: toast.error,
            })
          }
        >
          {t('first')}
        </Button>
      )}
      <Button variant="light" onClick={() => open('test')} aria-label={named(t('test'))}>
        {t('test')}
      </Button>
      <Button variant="light" onClick={() => open('change')} aria-label={named(t('change'))}>
        {t('change')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => open('remove')} aria-label={named(t('remove'))}>
        {t('remove')}
      </Button>
    </Group>
  )
}

function Facts({ channel }: { channel: Channel }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { use, stopped } = channel
  const balance = useChannelBalance(channel.kind).data?.balance
  const price =
    use.price === 0 ? t('free') : t(channel.kind === 'MAIL' ? 'perLetter' : 'perPart', { price: f.money(use.price) })
  return (
    <Stack gap="xs">
      {stopped && (
        <Alert color="red" icon={<IconAlertTriangle size={20} aria-hidden />} role="alert">
          {t(`stopped.${stopped.why}`, { detail: stopped.detail })}
        </Alert>
      )}
      <Text>
        {[
          !isConnected(channel.kind) && t('by', { vendor: vendorName(channel.vendor) }),
          channel.settings?.sender ?? channel.settings?.from ?? channel.settings?.bot ?? channel.settings?.group,
          price,
          typeof balance === 'number' && t('balance', { balance: f.money(Math.round(balance * 100)) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <HookNote channel={channel} />
      <Text size="sm" c="dimmed">
        {t(!use.active ? 'paused' : use.marketing ? 'offersToo' : 'serviceOnly')}
      </Text>
    </Stack>
  )
}

function Remove({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useTexts(texts)
  const remove = useRemoveChannel(kind)
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle')}
      text={t('removeText')}
      confirmLabel={t('remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            toast.success(t('removed'))
            onClose()
          },
        })
      }
    />
  )
}
