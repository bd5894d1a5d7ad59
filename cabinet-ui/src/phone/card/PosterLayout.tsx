import { useTexts } from '@/base/i18n/texts'
import { Barcode } from './Barcode'
import { Field } from './Field'
import type { LayoutProps } from './layout'
import classes from './PosterLayout.module.css'
import { texts } from './texts'

/** The poster style of newer iPhones: a picture as large as the card, a few words on it, the code at the foot. */
export function PosterLayout({ card, changed }: LayoutProps) {
  const t = useTexts(texts)
  const isChanged = (key: string) => changed.has(`${card.serial} ${key}`)
  const { poster } = card
  return (
    <div className={classes.poster}>
      {poster?.background && <img className={classes.background} src={poster.background} alt="" />}
      <div className={classes.head}>
        {poster?.primaryLogo ? (
          <img className={classes.logo} src={poster.primaryLogo} alt="" />
        ) : (
          <span className={classes.name}>{card.logoText || card.organization}</span>
        )}
        {card.headerFields.map((field) => (
          <Field key={field.key} field={field} changed={isChanged(field.key)} right />
        ))}
      </div>
      <div className={classes.foot}>
        <div className={classes.primary} data-many={card.primaryFields.length > 1 || undefined}>
          {card.primaryFields.map((field) => (
            <Field
              key={field.key}
              field={field}
              changed={isChanged(field.key)}
              size={card.primaryFields.length > 1 ? undefined : 'large'}
            />
          ))}
        </div>
        {card.barcode && (
          <div className={classes.code}>
            <Barcode barcode={card.barcode} label={t('codeOf', { name: card.organization })} size={132} />
            {card.barcode.altText && <span>{card.barcode.altText}</span>}
          </div>
        )}
        {poster?.footerFields.map((field) => (
          <p key={field.key} className={classes.footer}>
            {field.label && <span>{field.label} </span>}
            {field.value}
          </p>
        ))}
      </div>
    </div>
  )
}
