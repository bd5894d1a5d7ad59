import { useTexts } from '@/base/i18n/texts'
import classes from './AppleLayout.module.css'
import { Barcode } from './Barcode'
import { Field } from './Field'
import type { LayoutProps } from './layout'
import { texts } from './texts'

/** A storeCard as Apple's Wallet lays it out: header, strip with the primary field, two rows, the code at the foot. */
export function AppleLayout({ card, changed }: LayoutProps) {
  const t = useTexts(texts)
  const isChanged = (key: string) => changed.has(`${card.serial} ${key}`)
  const rows = [...card.secondaryFields, ...card.auxiliaryFields]
  return (
    <>
      <div className={classes.head}>
        {card.logo && <img className={classes.logo} src={card.logo} alt="" />}
        <span className={classes.logoText}>{card.logoText}</span>
        <div className={classes.headerFields}>
          {card.headerFields.map((field) => (
            <Field key={field.key} field={field} changed={isChanged(field.key)} right />
          ))}
        </div>
      </div>
      <div className={classes.strip}>
        {card.strip && <img src={card.strip} alt="" />}
        <div className={classes.primary}>
          {card.primaryFields.map((field) => (
            <Field key={field.key} field={field} changed={isChanged(field.key)} size="large" />
          ))}
        </div>
      </div>
      <div className={classes.fields}>
        {rows.map((field) => (
          <Field key={field.key} field={field} changed={isChanged(field.key)} />
        ))}
      </div>
      {card.barcode && (
        <div className={classes.code}>
          <Barcode barcode={card.barcode} label={t('codeOf', { name: card.organization })} size={150} />
          {card.barcode.altText && <span>{card.barcode.altText}</span>}
        </div>
      )}
    </>
  )
}
