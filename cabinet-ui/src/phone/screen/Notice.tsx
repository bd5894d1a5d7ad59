import { IconWallet } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Notice.module.css'
import { texts } from './texts'

type Props = {
  notice: Schemas['Phone']['notices'][number]
  card: Schemas['WalletCard'] | undefined
  platform: Schemas['Phone']['platform']
  fresh: boolean
  /** As it comes: what is longer than four lines ends in dots. */
  folded?: boolean
  onOpen: () => void
}

/** One notice, on the lock screen or sliding in over an app. */
export function Notice({ notice, card, platform, fresh, folded = false, onOpen }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <button
      type="button"
      className={classes.notice}
      data-platform={platform}
      data-fresh={fresh || undefined}
      data-folded={folded || undefined}
      onClick={onOpen}
    >
      <span
        className={classes.icon}
        style={card ? { background: card.backgroundColor, color: card.foregroundColor } : undefined}
        aria-hidden
      >
        {card?.logo ? <img src={card.logo} alt="" /> : <IconWallet size={20} />}
      </span>
      <span className={classes.head}>
        <strong>{notice.title}</strong>
        <span>{fresh ? t('now') : f.time(notice.at)}</span>
      </span>
      <span className={classes.text}>{notice.text}</span>
      <span className="k-visually-hidden"> {t('openNotice')}</span>
    </button>
  )
}
