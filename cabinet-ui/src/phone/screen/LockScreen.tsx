import { IconX } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useMinute } from '@/base/hooks/useMinute'
import { useTexts } from '@/base/i18n/texts'
import classes from './LockScreen.module.css'
import { Notice } from './Notice'
import { texts } from './texts'

type Props = {
  phone: Schemas['Phone']
  fresh: ReadonlySet<string>
  onOpen: (serial: string | undefined) => void
  /** Absent where the notices are only looked at. */
  onClear?: () => void
}

export function LockScreen({ phone, fresh, onOpen, onClear }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const now = useMinute()
  return (
    <div className={classes.lock} data-platform={phone.platform}>
      <p className={classes.date}>{f.weekday(now)}</p>
      <p className={classes.time}>{f.time(now)}</p>
      <div className={classes.notices} role="log" aria-live={onClear ? undefined : 'off'} aria-label={t('lockScreen')}>
        {phone.notices.length === 0 && <p className={classes.none}>{t('noNotices')}</p>}
        {phone.notices.map((notice) => (
          <Notice
            key={notice.id}
            notice={notice}
            card={phone.cards.find((card) => card.serial === notice.serial)}
            platform={phone.platform}
            fresh={fresh.has(notice.id)}
            folded={!onClear}
            onOpen={() => onOpen(notice.serial)}
          />
        ))}
      </div>
      {onClear && phone.notices.length > 0 && (
        <button type="button" className={classes.clear} onClick={onClear}>
          <IconX size={16} aria-hidden />
          {t('clearNotices')}
        </button>
      )}
    </div>
  )
}
