import { useCallback, useMemo, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { usePhone, useRemoveCard, useRemovePhone } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { AddCardDialog } from './AddCardDialog'
import { PhoneFrame } from './frame/PhoneFrame'
import type { Changes } from './live/changes'
import { usePhoneChanges } from './live/usePhoneChanges'
import { usePhoneEvents } from './live/usePhoneEvents'
import classes from './PhoneStation.module.css'
import { RenameDialog } from './RenameDialog'
import { StationControls, type View } from './StationControls'
import { Banner } from './screen/Banner'
import { LockScreen } from './screen/LockScreen'
import { activeCard, WalletScreen } from './screen/WalletScreen'
import { texts } from './texts'
import { usePhoneActs } from './usePhoneActs'

type Props = { phone: Schemas['Phone']; onChange: (changes: Changes) => void; onRemoved: () => void }
type Ask = { kind: 'card'; serial: string } | { kind: 'add' | 'phone' | 'name' } | undefined

/** One simulated phone with its controls. */
export function PhoneStation({ phone: listed, onChange, onRemoved }: Props) {
  const t = useTexts(texts)
  const [view, setView] = useState<View>('wallet')
  const [serial, setSerial] = useState<string>()
  const { phone, live, recent, marks } = useLivePhone(
    listed,
    useCallback(
      (changes: Changes) => {
        const newest = changes.cardsAdded.at(-1)
        if (newest) setSerial(newest)
        onChange(changes)
      },
      [onChange],
    ),
  )
  const [ask, setAsk] = useState<Ask>()
  const acts = usePhoneActs(phone)
  const banner = view === 'wallet' ? recent?.notices[0] : undefined

  function open(target: string | undefined) {
    if (target) setSerial(target)
    setView('wallet')
  }

  return (
    <li className={classes.station} id={`phone-${phone.id}`}>
      <StationHead phone={phone} live={live} />
      <StationControls
        phone={phone}
        view={view}
        onView={setView}
        card={activeCard(phone, serial)}
        onAdd={() => setAsk({ kind: 'add' })}
        onRename={() => setAsk({ kind: 'name' })}
        acts={acts}
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
          <LockScreen phone={phone} fresh={marks.notices} onOpen={open} onClear={acts.clear} />
        ) : (
          <WalletScreen
            phone={phone}
            changed={marks.fields}
            added={marks.added}
            activeSerial={serial}
            onActivate={setSerial}
            onAdd={() => setAsk({ kind: 'add' })}
            onRemove={(one) => setAsk({ kind: 'card', serial: one })}
          />
        )}
        {banner && <Banner phone={phone} notice={banner} onOpen={() => open(banner.serial)} />}
      </PhoneFrame>
      {acts.error && <ErrorNote error={acts.error} />}
      <Questions
        phone={phone}
        ask={ask}
        onClose={() => setAsk(undefined)}
        onAdded={() => setView('wallet')}
        onRemoved={onRemoved}
      />
    </li>
  )
}

/** The phone as it is now, followed while it is on the page, and what has just changed on it. */
function useLivePhone(listed: Schemas['Phone'], onChange: (changes: Changes) => void) {
  const query = usePhone(listed.id)
  const { refetch } = query
  const live = usePhoneEvents(
    listed.id,
    useCallback(async () => (await refetch()).isSuccess, [refetch]),
  )
  const recent = usePhoneChanges(query.data, onChange)
  const marks = useMemo(() => marksOf(recent), [recent])
  return { phone: query.data ?? listed, live, recent, marks }
}

function StationHead({ phone, live }: { phone: Schemas['Phone']; live: boolean }) {
  const t = useTexts(texts)
  return (
    <div className={classes.head}>
      <h2 className={classes.name}>{phone.name}</h2>
      {phone.ios && <span className={classes.system}>iOS {phone.ios}</span>}
      <span className={classes.live} data-on={(live && phone.online) || undefined} role="status">
        {t(!live ? 'notLive' : phone.online ? 'live' : 'offline')}
      </span>
    </div>
  )
}

function marksOf(recent: Changes | undefined) {
  return {
    fields: new Set(recent?.fields.map((field) => `${field.serial} ${field.key}`)),
    notices: new Set(recent?.notices.map((notice) => notice.id)),
    added: new Set(recent?.cardsAdded),
  }
}

type QuestionsProps = {
  phone: Schemas['Phone']
  ask: Ask
  onClose: () => void
  onAdded: () => void
  onRemoved: () => void
}

/** What is asked before a card or a name comes, a card or a phone goes. */
function Questions({ phone, ask, onClose, onAdded, onRemoved }: QuestionsProps) {
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
      <AddCardDialog phone={phone} opened={ask?.kind === 'add'} onClose={onClose} onAdded={onAdded} />
      {ask?.kind === 'name' && <RenameDialog phone={phone} onClose={onClose} />}
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
