import { IconBrandAndroid, IconDeviceMobile } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useAddCardByPlatform, useDemo } from '@/base/api/queries/simulator'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './DemoPhones.module.css'
import { texts } from './texts'

/** Only in demo mode: the card goes into a simulated phone, which is then shown. */
export function DemoPhones({ token }: { token: string }) {
  const t = useTexts(texts)
  const demo = useDemo().data
  const put = useAddCardByPlatform()
  if (!demo) return null

  function go(platform: Schemas['Phone']['platform']) {
    put.mutate(
      { platform, card: token },
      { onSuccess: (phone) => window.location.assign(`${demo?.pages.phone ?? '/phone'}#${phone.id}`) },
    )
  }
  const busy = put.isPending ? put.variables.platform : undefined
  return (
    <section className={classes.panel} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p>{t('demoText')}</p>
      <div className={classes.buttons}>
        <button type="button" className={ui.quiet} onClick={() => go('APPLE')} disabled={put.isPending}>
          {busy === 'APPLE' ? <span className={ui.spinner} aria-hidden /> : <IconDeviceMobile size={20} aria-hidden />}
          {t('demoIphone')}
        </button>
        <button type="button" className={ui.quiet} onClick={() => go('GOOGLE')} disabled={put.isPending}>
          {busy === 'GOOGLE' ? <span className={ui.spinner} aria-hidden /> : <IconBrandAndroid size={20} aria-hidden />}
          {t('demoAndroid')}
        </button>
      </div>
      {put.error && <ErrorLine error={put.error} />}
      <p className={ui.small}>{t('demoReal')}</p>
    </section>
  )
}
