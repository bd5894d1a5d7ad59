import { IconCheck, IconCopy, IconShare } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { QrCode } from '@/base/components/QrCode'
import { useTexts } from '@/base/i18n/texts'
import { colorStyle } from '../light/colorStyle'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import classes from './InviteFriend.module.css'
import { texts } from './texts'

type Props = {
  invite: Schemas['Invite']
  shop: Schemas['Shop']
  /** What has become of it. */
  children: ReactNode
}

/** The member's invitation: handed on by the phone's own share sheet, copied, or read aloud. */
export function InviteFriend({ invite, shop, children }: Props) {
  const t = useTexts(texts)
  const name = useShopName()(shop)
  const address = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const canShare = typeof navigator.share === 'function'

  async function copy() {
    try {
      await navigator.clipboard.writeText(invite.url)
      setCopied(true)
    } catch {
      // Not allowed here: it is selected, so that the keyboard or the menu copies it.
      address.current?.focus()
      address.current?.select()
    }
  }

  async function share() {
    try {
      await navigator.share({ title: name, text: t('inviteShareText', { shop: name }), url: invite.url })
    } catch (error) {
      // Closing the sheet is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copy()
    }
  }

  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="invite-title" style={colorStyle(shop.color)}>
      <h2 id="invite-title">{t('inviteTitle')}</h2>
      <p className={ui.muted}>{t('inviteText')}</p>
      <div className={classes.code}>
        <span>{t('inviteCode')}</span>
        <strong>{invite.code}</strong>
      </div>
      <input
        ref={address}
        className={`${ui.input} ${classes.address}`}
        value={invite.url}
        readOnly
        aria-label={t('inviteLink')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.buttons}>
        {canShare && (
          <button type="button" className={ui.button} onClick={() => void share()}>
            <IconShare size={20} aria-hidden />
            {t('inviteShare')}
          </button>
        )}
        <button type="button" className={canShare ? ui.quiet : ui.button} onClick={() => void copy()}>
          {copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
          {t(copied ? 'inviteCopied' : 'inviteCopy')}
        </button>
      </div>
      <details className={classes.qr}>
        <summary>{t('inviteQr')}</summary>
        <QrCode value={invite.url} label={t('inviteQrLabel')} />
      </details>
      {children}
      <p className="k-visually-hidden" role="status">
        {copied ? t('inviteCopied') : ''}
      </p>
    </section>
  )
}
