import { IconShieldCheck, IconTrash } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './CardBack.module.css'
import { linkify } from './linkify'
import { texts } from './texts'

type Props = {
  card: Schemas['WalletCard']
  platform: Schemas['Phone']['platform']
  onDone: () => void
  onRemove?: () => void
}

/** The other side: the back fields, what the phone checked, and the way to remove the card. */
export function CardBack({ card, platform, onDone, onRemove }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <article className={classes.back} data-platform={platform} aria-label={t('cardOf', { name: card.organization })}>
      <header className={classes.head}>
        <strong>{card.organization}</strong>
        {/* biome-ignore lint/a11y/noAutofocus: the card was turned over by the button that this one replaces */}
        <button type="button" className={classes.done} onClick={onDone} autoFocus>
          {t('done')}
        </button>
      </header>
      <p className={classes.updated}>{t('updated', { time: f.dateTime(card.updatedAt) })}</p>
      {card.validUntil && <p className={classes.updated}>{t('validUntil', { time: f.dateTime(card.validUntil) })}</p>}
      <dl className={classes.fields}>
        {card.backFields.map((field) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>
              {linkify(field.value).map((part) =>
                part.href ? (
                  <a key={part.text} href={part.href} target="_blank" rel="noopener noreferrer">
                    {part.text}
                    <span className="k-visually-hidden"> {t('newTab')}</span>
                  </a>
                ) : (
                  part.text
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
      {card.signature && (
        <p className={classes.signature}>
          <IconShieldCheck size={20} aria-hidden />
          <span>
            <strong>{t('signature')}</strong>
            {card.signature}
          </span>
        </p>
      )}
      {onRemove && (
        <button type="button" className={classes.remove} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
          {t('removeCard')}
        </button>
      )}
    </article>
  )
}
