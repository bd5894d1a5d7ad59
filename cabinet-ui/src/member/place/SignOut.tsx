import { useClosePlace } from '@/base/api/queries/place'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

export function SignOut({ token }: { token: string }) {
  const t = useTexts(texts)
  const close = useClosePlace(token)
  return (
    <section aria-label={t('signOut')} className={classes.actions}>
      <button type="button" className={ui.quiet} onClick={() => close.mutate(false)} disabled={close.isPending}>
        {t('signOut')}
      </button>
      <button type="button" className={ui.link} onClick={() => close.mutate(true)} disabled={close.isPending}>
        {t('signOutEverywhere')}
      </button>
      {close.error && <ErrorLine error={close.error} />}
    </section>
  )
}
