import { IconAlertTriangle } from '@tabler/icons-react'
import { describeError, requestIdOf } from '@/base/components/errors'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import ui from './ui.module.css'

type Props = { error: unknown; onRetry?: () => void }

/** A failure in place: what happened, a way to try again, and for who asks the request's number. */
export function ErrorLine({ error, onRetry }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const id = requestIdOf(error)
  return (
    <div className={ui.errorLine} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>{describeError(error, locale)}</p>
        {id && (
          <details className={ui.small}>
            <summary>{t('details')}</summary>
            {t('requestId', { id })}
          </details>
        )}
        {onRetry && (
          <button type="button" className={ui.link} onClick={onRetry}>
            {t('retry')}
          </button>
        )}
      </div>
    </div>
  )
}
