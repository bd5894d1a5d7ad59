import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { SkipLink } from '@/base/components/SkipLink'
import { useLatest } from '@/base/hooks/useLatest'
import { useTexts } from '@/base/i18n/texts'
import type { Duty } from './cashier/CashierGate'
import { useIdleLock } from './cashier/useIdleLock'
import { type Dialog, Dialogs } from './Dialogs'
import { Header } from './Header'
import { usePending } from './queue/usePending'
import { CERTIFICATE } from './sale/Certificates'
import { DoneScreen } from './sale/DoneScreen'
import { MemberPanel } from './sale/MemberPanel'
import { PaymentPanel } from './sale/PaymentPanel'
import { PROMO_CODE } from './sale/PromoCodes'
import { ReceiptPanel } from './sale/ReceiptPanel'
import { ScanBox } from './sale/ScanBox'
import { StickyPay } from './sale/StickyPay'
import { certificateCode, promoCode, type Till, useTill } from './sale/useTill'
import { useSerial } from './serial/useSerial'
import { Announcer } from './speech/Announcer'
import { texts } from './texts'
import { useKeys } from './useKeys'
import classes from './Workplace.module.css'
import { useWedge } from './wedge/useWedge'

type Props = { info: Schemas['RegisterInfo']; duty: Duty; onSignOut: () => void }

export function Workplace({ info, duty, onSignOut }: Props) {
  const t = useTexts(texts)
  const work = useWorkplace(info, duty)
  const { till, queue, pending, serial, scanInput, dialog, setDialog, askCode, startOver } = work

  useEffect(() => {
    document.title = `${t('till')} · ${info.shopName}`
  }, [t, info.shopName])

  return (
    <div className={classes.page}>
      <SkipLink />
      <Header
        info={info}
        duty={duty}
        pending={pending}
        offline={till.offline}
        onOpen={setDialog}
        serial={serial.reader !== undefined}
        onSignOut={onSignOut}
      />
      <main id="main" className={classes.main}>
        {!till.outcome && <h1 className="k-visually-hidden">{t('till')}</h1>}
        {till.outcome ? (
          <DoneScreen outcome={till.outcome} info={info} onNext={startOver} />
        ) : (
          <Sale
            till={till}
            info={info}
            scanInput={scanInput}
            dialog={dialog}
            onOpen={setDialog}
            onAskCode={askCode}
            onSignUp={work.signUp}
          />
        )}
      </main>
      <Announcer till={till} zone={info.zone} />
      {!till.outcome && <StickyPay till={till} />}
      <Dialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        info={info}
        till={till}
        queue={queue}
        pending={pending}
        serial={serial}
        phone={work.phone}
      />
    </div>
  )
}

/** The work with all that it listens to: scanners of both kinds, keys, and the clock that locks it. */
function useWorkplace(info: Schemas['RegisterInfo'], duty: Duty) {
  const { queue, pending } = usePending(info.registerId)
  const till = useTill(queue)
  const [dialog, open] = useState<Dialog>(null)
  const [phone, setPhone] = useState('')
  const scanInput = useRef<HTMLInputElement>(null)
  const latest = useLatest(till)
  /** What was not found is settled as soon as the cashier turns to something else. */
  const setDialog = useCallback(
    (next: Dialog) => {
      if (next) latest.current.forgetScan()
      if (next !== 'newMember') setPhone('')
      open(next)
    },
    [latest],
  )
  function signUp(unknown: string) {
    setDialog('newMember')
    setPhone(unknown)
  }
  const memberId = till.sale.member?.memberId
  // With a customer the next thing typed is the sum; not by finger, where a keyboard would cover half of the screen.
  useEffect(() => {
    if (memberId && window.matchMedia('(pointer: fine)').matches) document.getElementById('amount-entry')?.focus()
  }, [memberId])

  function scanned(text: string, source: 'WEDGE' | 'SERIAL' = 'WEDGE') {
    // Who was asked for a code shows the card instead.
    if (dialog === 'spendCode') setDialog(null)
    // With the cursor in the field for promo codes every barcode is one.
    if (document.activeElement?.id === PROMO_CODE) till.dispatch({ type: 'code', code: promoCode(text) ?? text })
    else if (document.activeElement?.id === CERTIFICATE)
      till.dispatch({ type: 'certificate', code: certificateCode(text) ?? text })
    else void till.identify(text, source)
  }
  const listening = !duty.locked && (dialog === null || dialog === 'camera' || dialog === 'spendCode')
  const serial = useSerial((text) => scanned(text, 'SERIAL'), listening)
  useWedge(scanned, listening)
  useIdleLock(info.lockAfterMinutes ?? 10, duty.cashier !== null && !till.offline && !till.busy, duty.lock)
  useEffect(() => {
    if (duty.locked) setDialog(null)
    else scanInput.current?.focus()
  }, [duty.locked, setDialog])

  /** Not when there is nothing to spend: a message costs money and patience. */
  function askCode() {
    if (latest.current.quote?.spendableMax !== 0) setDialog('spendCode')
  }
  function startOver() {
    till.next()
    requestAnimationFrame(() => scanInput.current?.focus())
  }
  useKeys(dialog === null && !duty.locked, till, duty, {
    toScan: () => scanInput.current?.select(),
    startOver,
    history: () => setDialog('history'),
    askCode,
  })

  return { till, queue, pending, serial, scanInput, dialog, setDialog, askCode, startOver, phone, signUp }
}

type SaleProps = {
  till: Till
  info: Schemas['RegisterInfo']
  scanInput: RefObject<HTMLInputElement | null>
  dialog: Dialog
  onOpen: (dialog: Dialog) => void
  onAskCode: () => void
  onSignUp: (phone: string) => void
}

/** The customer, the receipt and the payment, side by side. */
function Sale({ till, info, scanInput, dialog, onOpen, onAskCode, onSignUp }: SaleProps) {
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <ScanBox
          till={till}
          search={info.memberSearch ?? false}
          inputRef={scanInput}
          onCamera={() => onOpen('camera')}
          onSignUp={onSignUp}
        />
        <MemberPanel
          till={till}
          zone={info.zone}
          onNewMember={() => onOpen('newMember')}
          onChange={() => {
            till.dispatch({ type: 'member', member: null })
            scanInput.current?.focus()
          }}
        />
      </div>
      <ReceiptPanel
        till={till}
        info={info}
        editing={dialog === 'goods'}
        onEditing={(editing) => onOpen(editing ? 'goods' : null)}
      />
      <div className={classes.payment}>
        <PaymentPanel till={till} zone={info.zone} onAskCode={onAskCode} />
      </div>
    </div>
  )
}
