import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCamera, IconCheck, IconScan } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { later } from '@/base/later'
import { useGiveToCard, useScan } from '../api/queries'
import { play } from '../sale/sound'
import { useSerialOver } from '../serial/useSerial'
import { useWedge } from '../wedge/useWedge'
import { isThere } from './lateCard'
import { texts } from './texts'
import { WhatItWas } from './WhatItWas'

const CameraDialog = later(() => import('../camera/CameraDialog'))

type Customer = { memberId: string; memberName: string }
type Props = { receipt: Schemas['Receipt']; zone: string; shown?: Customer; onClose: () => void }

/** A card that was forgotten at the purchase is shown now: its receipt becomes the customer's. */
export default function LateCardDialog({ receipt, zone, shown, onClose }: Props) {
  const t = useTexts(texts)
  const [camera, setCamera] = useState(false)
  const { give, scan, customer, found, read, confirm, another } = useLateCard(receipt.id, shown, !camera)

  if (give.data) return <Given receipt={give.data} onClose={onClose} />
  return (
    <Dialog onClose={onClose} title={t('lateTitle')}>
      <Stack>
        <WhatItWas receipt={receipt} zone={zone} label={t('lateTitle')} />
        {found && <Alert color="honey">{t('onlyFound', { name: found })}</Alert>}
        {scan.error && <ErrorNote error={scan.error} />}
        {give.error && <ErrorNote error={give.error} />}
        {customer ? (
          <>
            <Text>{t('lateFor', { name: customer.memberName })}</Text>
            <Button size="md" data-autofocus loading={give.isPending} onClick={() => confirm(customer)}>
              {t('lateConfirm', { name: customer.memberName })}
            </Button>
            <Button variant="subtle" disabled={give.isPending} onClick={another}>
              {t('otherCard')}
            </Button>
          </>
        ) : (
          <Waiting busy={scan.isPending} onCamera={() => setCamera(true)} />
        )}
      </Stack>
      {camera && (
        <Suspense>
          <CameraDialog
            onClose={() => setCamera(false)}
            onScan={(text, symbology) => {
              setCamera(false)
              read(text, 'CAMERA', symbology)
            }}
          />
        </Suspense>
      )}
    </Dialog>
  )
}

/** Who showed the card, now or for the sale at hand, and giving them the receipt once. */
function useLateCard(receiptId: string, shown: Customer | undefined, listening: boolean) {
  const give = useGiveToCard(receiptId)
  const scan = useScan()
  const [customer, setCustomer] = useState(shown)
  const [found, setFound] = useState<string>()
  const [key, setKey] = useState(newIdempotencyKey)

  function read(text: string, source: 'WEDGE' | 'SERIAL' | 'CAMERA', symbology?: string) {
    give.reset()
    scan.mutate(
      { text, source, ...(symbology ? { symbology } : {}) },
      {
        onSuccess: (member) => {
          const there = isThere(member, member.spending)
          play(there ? 'found' : 'error')
          setCustomer(there ? member : undefined)
          setFound(there ? undefined : member.memberName)
          setKey(newIdempotencyKey())
        },
        onError: () => play('error'),
      },
    )
  }
  const hears = listening && !give.data && !give.isPending
  useWedge((text) => read(text, 'WEDGE'), hears)
  useSerialOver((text) => read(text, 'SERIAL'), hears)

  function confirm({ memberId }: Customer) {
    give.mutate({ key, memberId }, { onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) })
  }
  return { give, scan, customer, found, read, confirm, another: () => setCustomer(undefined) }
}

function Waiting({ busy, onCamera }: { busy: boolean; onCamera: () => void }) {
  const t = useTexts(texts)
  return (
    <>
      <Group gap="xs" wrap="nowrap" role="status">
        <IconScan size={22} aria-hidden />
        <Text fw={700}>{t('showCard')}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('showCardText')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconCamera size={18} aria-hidden />}
        loading={busy}
        onClick={onCamera}
        data-autofocus
      >
        {t('camera')}
      </Button>
    </>
  )
}

function Given({ receipt, onClose }: { receipt: Schemas['Receipt']; onClose: () => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Dialog onClose={onClose} title={t('lateTitle')}>
      <Stack role="status">
        <Group gap="xs" c="var(--k-brand-text)" wrap="nowrap">
          <IconCheck size={22} aria-hidden />
          <Text fw={700}>{t('lateDone', { name: receipt.memberName ?? '' })}</Text>
        </Group>
        <Text>
          {t('wasEarned')}: {f.signedBonus(receipt.earned)}
        </Text>
        <Button onClick={onClose} data-autofocus>
          {t('ready')}
        </Button>
      </Stack>
    </Dialog>
  )
}
