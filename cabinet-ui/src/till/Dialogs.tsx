import { Suspense, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { later } from '@/base/later'
import { HistoryDrawer } from './history/HistoryDrawer'
import { isThere } from './history/lateCard'
import { PendingDialog } from './queue/PendingDialog'
import type { PendingReceipt, ReceiptQueue } from './queue/ReceiptQueue'
import type { Till } from './sale/useTill'
import { SerialDialog } from './serial/SerialDialog'
import type { useSerial } from './serial/useSerial'
import { type SentSpendCode, SpendCodeDialog } from './spending/SpendCodeDialog'
import { texts as spendingTexts } from './spending/texts'

const CameraDialog = later(() => import('./camera/CameraDialog'))
const CertificateDialog = later(() => import('./certificates/CertificateDialog'))
const NewMember = later(() => import('./signup/NewMember'))

export type Dialog =
  | 'camera'
  | 'history'
  | 'pending'
  | 'newMember'
  | 'spendCode'
  | 'serial'
  | 'goods'
  | 'certificates'
  | null

type Props = {
  dialog: Dialog
  onClose: () => void
  info: Schemas['RegisterInfo']
  till: Till
  queue: ReceiptQueue
  pending: readonly PendingReceipt[]
  serial: ReturnType<typeof useSerial>
  /** Whom to sign up, when a number was looked for and belongs to nobody. */
  phone: string
}

/** What opens over the workplace; the goods' editor stands with the goods. */
export function Dialogs({ dialog, onClose: close, info, till, queue, pending, serial, phone }: Props) {
  const t = useTexts(spendingTexts)
  const [sent, setSent] = useState<SentSpendCode | null>(null)
  const { member } = till.sale
  return (
    <>
      {dialog === 'camera' && (
        <Suspense>
          <CameraDialog
            onClose={close}
            onScan={(text, symbology) => {
              close()
              void till.identify(text, 'CAMERA', symbology)
            }}
          />
        </Suspense>
      )}
      <HistoryDrawer
        opened={dialog === 'history'}
        onClose={close}
        zone={info.zone}
        member={member ?? undefined}
        shown={member && isThere(member, till.sale.right) ? member : undefined}
        lateCards={info.lateCards ?? false}
      />
      <PendingDialog opened={dialog === 'pending'} onClose={close} queue={queue} pending={pending} />
      {dialog === 'spendCode' && member && (
        <SpendCodeDialog
          member={member}
          sent={sent?.memberId === member.memberId ? sent : null}
          onSent={setSent}
          onClose={close}
          onProven={() => {
            setSent(null)
            close()
            till.dispatch({ type: 'right', right: 'FREE' })
            toast.success(t('proven'))
          }}
        />
      )}
      {dialog === 'serial' && serial.reader && (
        <SerialDialog reader={serial.reader} state={serial.state} onClose={close} />
      )}
      {dialog === 'certificates' && (
        <Suspense>
          <CertificateDialog member={member} zone={info.zone} onClose={close} />
        </Suspense>
      )}
      {dialog === 'newMember' && (
        <Suspense>
          <NewMember
            shopSlug={info.shopSlug}
            phone={phone}
            onClose={close}
            onContinue={(phone) => {
              close()
              void till.identify(phone, 'MANUAL')
            }}
          />
        </Suspense>
      )}
    </>
  )
}
