import { IconMailOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import { ApiError } from '@/base/api/problem'
import { useUnsubscribe, useUnsubscribing } from '@/base/api/queries/publicCard'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { Shell } from '../light/Shell'
import ui from '../light/ui.module.css'
import { texts } from './texts'

/** Where a letter's link leads: it asks first, since programs that look for viruses open it, too. */
export function RefusePage({ name }: { name: string }) {
  const t = useTexts(texts)
  const local = useLocalText()
  const link = useUnsubscribing(name)
  const refuse = useUnsubscribe(name)
  const title = t('refuseTitle')
  useEffect(() => {
    document.title = title
  }, [title])
  if (link.error instanceof ApiError && link.error.status === 404) {
    return (
      <Shell>
        <Message title={t('linkMissing')} text={t('linkMissingText')} icon={<IconMailOff size={30} />} />
      </Shell>
    )
  }
  const shop = local(link.data?.shop) ?? ''
  const done = refuse.data?.refused || link.data?.refused
  return (
    <Shell>
      {link.error && <ErrorLine error={link.error} onRetry={() => void link.refetch()} />}
      {link.data && (
        <Message
          title={t(done ? 'refusedTitle' : 'refuseTitle')}
          text={t(done ? 'refusedText' : 'refuseText', { shop })}
          icon={<IconMailOff size={30} />}
        >
          {!done && (
            <>
              <button
                type="button"
                className={ui.button}
                disabled={refuse.isPending}
                onClick={() => refuse.mutate(false)}
              >
                {t('refuse')}
              </button>
              <button type="button" className={ui.link} disabled={refuse.isPending} onClick={() => refuse.mutate(true)}>
                {t('refuseAll')}
              </button>
            </>
          )}
          {refuse.error && <ErrorLine error={refuse.error} />}
        </Message>
      )}
    </Shell>
  )
}
