import { useCallback, useMemo, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import {
  useChangePhone,
  useClearNotices,
  usePhone,
  useRemoveCard,
  useRemovePhone,
  useRenewPushToken,
} from '@/base/api/queries/simulator'
import { ConfirmDialog } from '@/base/components/ConfirmDialog'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { AddCardDialog } from './AddCardDialog'
import { PhoneFrame } from './frame/PhoneFrame'
import type { Changes } from './live/changes'
import { usePhoneChanges } from './live/usePhoneChanges'
import { usePhoneEvents } from './live/usePhoneEvents'
import classes from './PhoneStation.module.css'
import { RenameDialog } from './RenameDialog'
import { StationControls, type View } from './StationControls'
import { LockScreen } from './screen/LockScreen'
import { Notice } from './screen/Notice'
import { activeCard, WalletScreen } from './screen/WalletScreen'
import { texts } from './texts'

type Props = { phone: Schemas['Phone']; onChange: (changes: Changes) => void; onRemoved: () => void }
type Ask = { kind: 'card'; serial: string } | { kind: 'phone' } | { kind: 'name' } | undefined

/** One simulated phone with its controls. */
export function PhoneStation({ phone: listed, onChange, onRemoved }: Props) {
  const t = useTexts(texts)
  const query = usePhone(listed.id)
  const phone = query.data ?? listed
  const { refetch } = query
  const live = usePhoneEvents(
    listed.id,
    useCallback(async () => (await refetch()).isSuccess, [refetch]),
  )
  const [view, setView] = useState<View>('wallet')
  const [serial, setSerial] = useState<string>()
  const recent = usePhoneChanges(
    query.data,
    useCallback(
      (changes: Changes) => {
        const newest = changes.cardsAdded.at(-1)
        if (newest) setSerial(newest)
        onChange(changes)
      },
      [onChange],
    ),
  )
  const [adding, setAdding] = useState(false)
  const [ask, setAsk] = useState<Ask>()
  const clear = useClearNotices(listed.id)
  const change = useChangePhone(listed.id)
  const renew = useRenewPushToken(listed.id)
  const marks = useMemo(() => marksOf(recent), [recent])
  const banner = view === 'wallet' ? recent?.notices[0] : undefined

  function open(target: string | undefined) {
    if (target) setSerial(target)
    setView('wallet')
  }

  return (
    <li className={classes.station} id={`phone-${phone.id}`}>
      <div className={classes.head}>
        <h2 className={classes.name}>{phone.name}</h2>
        {phone.ios && <span className={classes.system}>iOS {phone.ios}</span>}
        <span className={classes.live} data-on={(live && phone.online) || undefined} role="status">
          {t(!live ? 'notLive' : phone.online ? 'live' : 'offline')}
        </span>
      </div>
      <StationControls
        phone={phone}
        view={view}
        onView={setView}
        card={activeCard(phone, serial)}
        onAdd={() => setAdding(true)}
        onRename={() => setAsk({ kind: 'name' })}
        onSwitch={() => change.mutate({ online: !phone.online })}
        onInstall={(ios) => change.mutate({ ios })}
        onRenewToken={(tell) =>
          renew.mutate(tell, { onSuccess: () => toast.success(t(tell ? 'tokenRenewed' : 'tokenKilled')) })
        }
        onThrowAway={() => setAsk({ kind: 'phone' })}
      />
      <PhoneFrame
        platform={phone.platform}
        label={t('island', { name: phone.name })}
        light={view === 'wallet' && phone.platform === 'GOOGLE'}
        lit={Boolean(recent)}
        offline={!phone.online}
      >
        {view === 'lock' ? (
          <LockScreen phone={phone} fresh={marks.notices} onOpen={open} onClear={() => clear.mutate()} />
        ) : (
          <WalletScreen
            phone={phone}
            changed={marks.fields}
            added={marks.added}
            activeSerial={serial}
            onActivate={setSerial}
            onAdd={() => setAdding(true)}
            onRemove={(one) => setAsk({ kind: 'card', serial: one })}
          />
        )}
        {banner && (
          <div className={classes.banner} role="status">
            <Notice
              key={banner.id}
              notice={banner}
              card={phone.cards.find((card) => card.serial === banner.serial)}
              platform={phone.platform}
              fresh
              onOpen={() => open(banner.serial)}
            />
          </div>
        )}
      </PhoneFrame>
      {(clear.error ?? change.error ?? renew.error) && <ErrorNote error={clear.error ?? change.error ?? renew.error} />}
      <AddCardDialog phone={phone} opened={adding} onClose={() => setAdding(false)} onAdded={() => setView('wallet')} />
      {ask?.kind === 'name' && <RenameDialog phone={phone} onClose={() => setAsk(undefined)} />}
      <Questions phone={phone} ask={ask} onClose={() => setAsk(undefined)} onRemoved={onRemoved} />
    </li>
  )
}

function marksOf(recent: Changes | undefined) {
  return {
    fields: new Set(recent?.fields.map((field) => `${field.serial} ${field.key}`)),
    notices: new Set(recent?.notices.map((notice) => notice.id)),
    added: new Set(recent?.cardsAdded),
  }
}

type QuestionsProps = { phone: Schemas['Phone']; ask: Ask; onClose: () => void; onRemoved: () => void }

function Questions({ phone, ask, onClose, onRemoved }: QuestionsProps) {
  const t = useTexts(texts)
  const removeCard = useRemoveCard(phone.id)
  const removePhone = useRemovePhone()
  const close = () => {
    removeCard.reset()
    removePhone.reset()
    onClose()
  }
  return (
    <>
      <ConfirmDialog
        opened={ask?.kind === 'card'}
        title={t('removeTitle')}
        text={t('removeText')}
        confirmLabel={t('removeCard')}
        danger
        busy={removeCard.isPending}
        error={removeCard.error}
        onClose={close}
        onConfirm={() => ask?.kind === 'card' && removeCard.mutate(ask.serial, { onSuccess: close })}
      />
      <ConfirmDialog
        opened={ask?.kind === 'phone'}
        title={t('throwAwayTitle', { name: phone.name })}
        text={t('throwAwayText')}
        confirmLabel={t('throwAway')}
        danger
        busy={removePhone.isPending}
        error={removePhone.error}
        onClose={close}
        onConfirm={() => removePhone.mutate(phone.id, { onSuccess: onRemoved })}
      />
    </>
  )
}
