import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { SkipLink } from '@/base/components/SkipLink'
import { toast } from '@/base/components/toast'
import { useLatest } from '@/base/hooks/useLatest'
import { useTexts } from '@/base/i18n/texts'
import type { Duty } from './cashier/CashierGate'
import { useIdleLock } from './cashier/useIdleLock'
import { Header } from './Header'
import { HistoryDrawer } from './history/HistoryDrawer'
import { PendingDialog } from './queue/PendingDialog'
import { usePending } from './queue/usePending'
import { DoneScreen } from './sale/DoneScreen'
import { MemberPanel } from './sale/MemberPanel'
import { PaymentPanel } from './sale/PaymentPanel'
import { ReceiptPanel } from './sale/ReceiptPanel'
import { ScanBox } from './sale/ScanBox'
import { StickyPay } from './sale/StickyPay'
import { useTill } from './sale/useTill'
import { SerialDialog } from './serial/SerialDialog'
import { useSerial } from './serial/useSerial'
import { NewMember } from './signup/NewMember'
import { Announcer } from './speech/Announcer'
import { type SentSpendCode, SpendCodeDialog } from './spending/SpendCodeDialog'
import { texts as spendingTexts } from './spending/texts'
import { texts } from './texts'
import classes from './Workplace.module.css'
import { useWedge } from './wedge/useWedge'

const CameraDialog = lazy(() => import('./camera/CameraDialog'))

type Dialog = 'camera' | 'history' | 'pending' | 'newMember' | 'spendCode' | 'serial' | 'goods' | null
type Props = { info: Schemas['RegisterInfo']; duty: Duty; onSignOut: () => void }

export function Workplace({ info, duty, onSignOut }: Props) {
  const t = useTexts(texts)
  const ts = useTexts(spendingTexts)
  const { queue, pending } = usePending(info.registerId)
  const till = useTill(queue)
  const [dialog, setDialog] = useState<Dialog>(null)
  const [sent, setSent] = useState<SentSpendCode | null>(null)
  const scanInput = useRef<HTMLInputElement>(null)
  const close = () => setDialog(null)
  const spending = till.sale.spend.mode !== 'NONE'

  useEffect(() => {
    document.title = `${t('till')} · ${info.shopName}`
  }, [t, info.shopName])

  function scanned(text: string, source: 'WEDGE' | 'SERIAL' = 'WEDGE') {
    // Who was asked for a code shows the card instead.
    if (dialog === 'spendCode') close()
    void till.identify(text, source)
  }
  const listening = !duty.locked && (dialog === null || dialog === 'camera' || dialog === 'spendCode')
  const serial = useSerial((text) => scanned(text, 'SERIAL'), listening)
  useWedge(scanned, listening)
  useIdleLock(info.lockAfterMinutes ?? 10, duty.cashier !== null && !till.offline && !till.busy, duty.lock)
  useEffect(() => {
    if (duty.locked) setDialog(null)
    else scanInput.current?.focus()
  }, [duty.locked])

  /** Not when there is nothing to spend: a message costs money and patience. */
  function askCode() {
    if (now.current.till.quote?.spendableMax !== 0) setDialog('spendCode')
  }

  function startOver() {
    till.next()
    requestAnimationFrame(() => scanInput.current?.focus())
  }

  const now = useLatest({ till, spending, startOver })
  const keys: Array<[string, () => void]> = [
    ['F2', () => (now.current.till.outcome ? now.current.startOver() : scanInput.current?.select())],
    ['F4', () => document.getElementById('amount-entry')?.focus()],
    ['F7', () => setDialog('history')],
    [
      'F8',
      () => {
        const { member, right } = now.current.till.sale
        if (member && right === 'CODE') askCode()
        else if (member) {
          till.dispatch({ type: 'spend', spend: now.current.spending ? { mode: 'NONE' } : { mode: 'MAX' } })
        }
      },
    ],
    ['F9', () => void till.commit()],
    ['F10', () => duty.known && duty.lock()],
    ['mod+Enter', () => void till.commit()],
  ]
  useHotkeys(dialog === null && !duty.locked ? keys : [], [], true)

  return (
    <div className={classes.page}>
      <SkipLink />
      <Header
        info={info}
        duty={duty}
        pending={pending}
        offline={till.offline}
        onHistory={() => setDialog('history')}
        onPending={() => setDialog('pending')}
        onNewMember={() => setDialog('newMember')}
        onSerial={serial.reader && (() => setDialog('serial'))}
        onSignOut={onSignOut}
      />
      <main id="main" className={classes.main}>
        {!till.outcome && <h1 className="k-visually-hidden">{t('till')}</h1>}
        {till.outcome ? (
          <DoneScreen outcome={till.outcome} info={info} onNext={startOver} />
        ) : (
          <div className={classes.grid}>
            <div className={classes.column}>
              <ScanBox till={till} inputRef={scanInput} onCamera={() => setDialog('camera')} />
              <MemberPanel
                till={till}
                zone={info.zone}
                onNewMember={() => setDialog('newMember')}
                onChange={() => {
                  till.dispatch({ type: 'member', member: null })
                  scanInput.current?.focus()
                }}
              />
            </div>
            <ReceiptPanel
              till={till}
              editing={dialog === 'goods'}
              onEditing={(editing) => setDialog(editing ? 'goods' : null)}
            />
            <PaymentPanel till={till} zone={info.zone} onAskCode={askCode} />
          </div>
        )}
      </main>
      <Announcer till={till} zone={info.zone} />
      {!till.outcome && <StickyPay till={till} />}
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
      <HistoryDrawer opened={dialog === 'history'} onClose={close} zone={info.zone} />
      <PendingDialog opened={dialog === 'pending'} onClose={close} queue={queue} pending={pending} />
      {dialog === 'spendCode' && till.sale.member && (
        <SpendCodeDialog
          member={till.sale.member}
          sent={sent?.memberId === till.sale.member.memberId ? sent : null}
          onSent={setSent}
          onClose={close}
          onProven={() => {
            setSent(null)
            close()
            till.dispatch({ type: 'right', right: 'FREE' })
            toast.success(ts('proven'))
          }}
        />
      )}
      {dialog === 'serial' && serial.reader && (
        <SerialDialog reader={serial.reader} state={serial.state} onClose={close} />
      )}
      {dialog === 'newMember' && (
        <NewMember
          shopSlug={info.shopSlug}
          onClose={close}
          onContinue={(phone) => {
            close()
            void till.identify(phone, 'MANUAL')
          }}
        />
      )}
    </div>
  )
}
