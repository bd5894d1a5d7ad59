import { IconMessageCircleFilled } from '@tabler/icons-react'
import { useDemo, useMailbox } from '@/base/api/queries/simulator'
import { useTexts } from '@/base/i18n/texts'
import { newestCode } from './oneTimeCode'
import classes from './SmsToast.module.css'
import { texts } from './texts'

type Props = { phone: string; since: number; onUse: (code: string) => void }

/** In the demo nobody has a phone that rings: the simulator's SMS is shown where it would be seen. */
export function SmsToast(props: Props) {
  const demo = useDemo().data
  return demo ? <Sms {...props} mailbox={demo.pages.mailbox} /> : null
}

function Sms({ phone, since, onUse, mailbox }: Props & { mailbox: string }) {
  const t = useTexts(texts)
  const sms = newestCode(useMailbox().data?.items ?? [], phone, since)
  return (
    <>
      <div className={classes.place} role="status">
        {sms && (
          <div key={sms.id} className={classes.toast}>
            <span className={classes.icon} aria-hidden>
              <IconMessageCircleFilled size={22} />
            </span>
            <p className={classes.head}>
              <strong>{t('smsTitle')}</strong>
              <span>{t('smsNow')}</span>
            </p>
            <p className={classes.text}>{sms.text}</p>
            <button type="button" className={classes.use} onClick={() => onUse(sms.code)}>
              {t('smsUse', { code: sms.code })}
            </button>
          </div>
        )}
      </div>
      <p className={classes.hint}>
        <a href={mailbox} target="_blank" rel="noopener">
          {t('mailbox')}
          <span className="k-visually-hidden"> {t('newTab')}</span>
        </a>
      </p>
    </>
  )
}
