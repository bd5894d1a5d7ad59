import { IconAlertTriangle } from '@tabler/icons-react'
import { describeError, requestIdOf } from '@/base/components/errors'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import ui from './ui.module.css'

type Props = { error: unknown; onRetry?: () => void }

/** A failure in place: what happened, the request's number for support, a way to try again. */
export function ErrorLine({ error, onRetry }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const id = requestIdOf(error)
  return (
    <div className={ui.errorLine} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>{describeError(error, locale)}</p>
        {id && <p className={ui.small}>{t('requestId', { id })}</p>}
        {onRetry && (
          <button type="button" className={ui.link} onClick={onRetry}>
            {t('retry')}
          </button>
        )}
      </div>
    </div>
  )
}
