import { IconHeartHandshake } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import type { Invitation } from './invite'
import classes from './Join.module.css'
import { texts } from './texts'

/** Says who invites, above everything else: it is why this person came. */
export function InvitedBy({ invitation }: { invitation: Invitation }) {
  const t = useTexts(texts)
  const { known } = invitation
  return (
    <div role="status" className={classes.invitedPlace}>
      {known && (
        <p className={classes.invited}>
          <IconHeartHandshake size={26} aria-hidden />
          <strong>{known.name ? t('invitedBy', { name: known.name }) : t('invited')}</strong>
        </p>
      )}
    </div>
  )
}

/** A code by hand, folded away: few have one. It opens by itself when the link's code is nobody's. */
export function InviteField({ invitation }: { invitation: Invitation }) {
  const t = useTexts(texts)
  const { typed, type, known, unknown } = invitation
  const [opened, setOpened] = useState(false)
  // Only opens: somebody may be typing in it when the code turns out right.
  useEffect(() => {
    if (unknown) setOpened(true)
  }, [unknown])
  return (
    <details className={classes.details} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('inviteHave')}</summary>
      <div className={`${ui.field} ${classes.inviteField}`}>
        <label className={ui.label} htmlFor="invite">
          {t('inviteCode')}
        </label>
        <input
          id="invite"
          className={ui.input}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={300}
          placeholder="K7QM-2XWP"
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          aria-describedby="invite-note"
        />
        <p className={ui.small} id="invite-note" role="status">
          {unknown ? t('inviteUnknown') : known ? t('inviteKnown') : t('inviteHint')}
        </p>
      </div>
    </details>
  )
}
