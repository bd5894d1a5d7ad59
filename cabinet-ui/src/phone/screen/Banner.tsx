import type { Schemas } from '@/base/api/client'
import classes from './Banner.module.css'
import { Notice } from './Notice'

type Props = { phone: Schemas['Phone']; notice: Schemas['Phone']['notices'][number]; onOpen: () => void }

/** A notice that comes while the wallet is open. */
export function Banner({ phone, notice, onOpen }: Props) {
  return (
    <div className={classes.banner} role="status">
      <Notice
        key={notice.id}
        notice={notice}
        card={phone.cards.find((card) => card.serial === notice.serial)}
        platform={phone.platform}
        fresh
        onOpen={onOpen}
      />
    </div>
  )
}
