import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { cashierSession } from '../api/cashierSession'
import type { PendingReceipt, ReceiptQueue } from './ReceiptQueue'
import { texts } from './texts'

type Props = { opened: boolean; onClose: () => void; queue: ReceiptQueue; pending: readonly PendingReceipt[] }

/** Receipts that the service has not acknowledged: what waits, what was refused and why. */
export function PendingDialog({ opened, onClose, queue, pending }: Props) {
  const t = useTexts(texts)
  const [sending, setSending] = useState(false)
  const [forgetting, setForgetting] = useState<PendingReceipt | null>(null)
  useEffect(() => {
    if (!opened) setForgetting(null)
  }, [opened])

  async function sendNow() {
    setSending(true)
    await queue.flush()
    setSending(false)
  }

  return (
    <>
      <Dialog
        opened={opened}
        onClose={onClose}
        // Escape closes the question above it, not both.
        closeOnEscape={forgetting === null}
        title={t('pendingTitle')}
      >
        {pending.length === 0 ? (
          <Text c="dimmed">{t('pendingNone')}</Text>
        ) : (
          <Stack>
            <Text size="sm" c="dimmed">
              {t('pendingText')}
            </Text>
            {pending.map((entry) => (
              <PendingRow
                key={entry.key}
                entry={entry}
                onRetry={() => void queue.retry(entry.key, cashierSession.get()?.session)}
                onForget={() => setForgetting(entry)}
              />
            ))}
            <Button onClick={() => void sendNow()} loading={sending}>
              {t('sendNow')}
            </Button>
          </Stack>
        )}
      </Dialog>
      <ConfirmDialog
        opened={forgetting !== null}
        title={t('forget')}
        text={t('forgetText')}
        confirmLabel={t('forget')}
        danger
        onClose={() => setForgetting(null)}
        onConfirm={() => {
          if (forgetting) queue.remove(forgetting.key)
          setForgetting(null)
        }}
      />
    </>
  )
}

function PendingRow({
  entry,
  onRetry,
  onForget,
}: {
  entry: PendingReceipt
  onRetry: () => void
  onForget: () => void
}) {
  const t = useTexts(texts)
  const f = useFormat()
  const refused = entry.state === 'refused'
  return (
    <div className="k-panel" style={{ padding: 14, boxShadow: 'none' }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div>
          <Text fw={650}>{entry.memberName ?? t('noCard')}</Text>
          <Text size="sm" c="dimmed">
            {f.dateTime(entry.savedAt)}
          </Text>
        </div>
        <div style={{ textAlign: 'right' }}>
          <Text fw={700}>{f.money(entry.toPay)}</Text>
          <Badge color={refused ? 'red' : 'honey'}>{refused ? t('refused') : t('waits')}</Badge>
        </div>
      </Group>
      {refused && (
        <>
          <Text size="sm" mt="xs">
            {entry.reason}
          </Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
            <Button size="xs" variant="subtle" color="red" onClick={onForget}>
              {t('forget')}
            </Button>
          </Group>
        </>
      )}
    </div>
  )
}
