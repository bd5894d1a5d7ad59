import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './CardPage.module.css'
import { texts } from './texts'

/** The same shape as the document's own placeholder, so that nothing jumps on a slow network. */
export function CardSkeleton() {
  const t = useTexts(texts)
  return (
    <div className={classes.columns} aria-busy="true">
      <span className="k-visually-hidden" role="status">
        {t('loading')}
      </span>
      <div className={`${ui.skeleton} ${classes.cardPlace}`} />
      <div className={classes.right}>
        <div className={ui.skeleton} style={{ height: 56, borderRadius: 14 }} />
        <div className={ui.skeleton} style={{ height: 180, borderRadius: 16 }} />
        <div className={ui.skeleton} style={{ height: 220, borderRadius: 16 }} />
      </div>
    </div>
  )
}
