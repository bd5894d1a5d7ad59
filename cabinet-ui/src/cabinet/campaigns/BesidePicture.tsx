import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './BesidePicture.module.css'
import { texts } from './previewTexts'

type Said = Schemas['CampaignPreview']['said'][number]
type Props = { by: 'SMS' | 'CHAT' | 'MAIL'; said: Said; subject: string }

export function textOf({ parts }: Said): string {
  return parts.map(({ text }) => text).join('')
}

/** The same words as a text message, in a chat, or as a letter. */
export function BesidePicture({ by, said, subject }: Props) {
  const t = useTexts(texts)
  const { merchantName } = useCurrentSession()
  const words = <Words said={said} />
  return (
    <figure className={classes.screen} aria-label={t(`picture.${by}`)}>
      {by === 'MAIL' ? (
        <div className={classes.letter}>
          <p className={classes.subject}>{subject.trim() || t('noSubject')}</p>
          <p className={classes.from}>{merchantName}</p>
          <p className={classes.words}>{words}</p>
          <p className={classes.foot}>{t('unsubscribe')}</p>
        </div>
      ) : (
        <>
          <p className={classes.from}>{merchantName}</p>
          <p className={`${classes.bubble} ${classes.words}`} data-by={by}>
            {words}
          </p>
        </>
      )}
      {by === 'SMS' && <figcaption className={classes.foot}>{t('parts', { count: said.sms })}</figcaption>}
    </figure>
  )
}

/** What is said instead of something that the member has not, is marked. */
function Words({ said }: { said: Said }) {
  const t = useTexts(texts)
  if (!textOf(said).trim()) return t('empty')
  return said.parts.map(({ kind, text }, i) =>
    kind === 'INSTEAD' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
      <mark key={i} className={classes.instead}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
