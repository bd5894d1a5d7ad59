import { Button } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useBlockInBrowser, useDemoBrowsers } from '@/base/api/queries/simulator'
import { toast } from '@/base/components/toast'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './MailboxPage.module.css'
import { texts } from './texts'

/** Browsers of the demo: the notices of cards' pages, and what a person may do about them. */
export function Browsers() {
  const t = useTexts(texts)
  const browsers = useDemoBrowsers().data?.items ?? []
  if (browsers.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('browsers')} aria-live="polite">
      {browsers.map((browser) => (
        <Browser key={browser.id} browser={browser} />
      ))}
    </ul>
  )
}

function Browser({ browser }: { browser: Schemas['DemoBrowser'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const block = useBlockInBrowser()
  return (
    <li className={`k-panel ${classes.message}`}>
      <p className={classes.head}>
        <strong>{t('browser', { id: browser.id.slice(1) })}</strong>
        {browser.blocked && <span>{t('blocked')}</span>}
      </p>
      {browser.notices.length === 0 && <p className={classes.text}>{t('noNotices')}</p>}
      {browser.notices.map((notice) => (
        <p key={notice.at + notice.text} className={classes.text}>
          <a href={notice.page}>
            <b>{notice.title}</b>
          </a>{' '}
          {notice.text} <time dateTime={notice.at}>{f.dateTime(notice.at)}</time>
        </p>
      ))}
      {!browser.blocked && (
        <Button
          size="xs"
          variant="light"
          color="red"
          loading={block.isPending}
          onClick={() => block.mutate(browser.id, { onError: toast.error })}
        >
          {t('block')}
        </Button>
      )}
    </li>
  )
}
