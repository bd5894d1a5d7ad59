import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { Barcode } from './Barcode'
import { Field } from './Field'
import classes from './GoogleLayout.module.css'
import type { LayoutProps } from './layout'
import { texts } from './texts'

/** A loyalty object as Google Wallet lays it out: round logo and issuer, fields, the code on white, the hero image below. */
export function GoogleLayout({ card, changed }: LayoutProps) {
  const t = useTexts(texts)
  const isChanged = (key: string) => changed.has(`${card.serial} ${key}`)
  const rows = withoutRepeats([...card.secondaryFields, ...card.auxiliaryFields])
  return (
    <>
      <div className={classes.head}>
        {card.logo && <img src={card.logo} alt="" />}
        <span>{card.organization}</span>
      </div>
      {card.logoText && <p className={classes.title}>{card.logoText}</p>}
      <div className={classes.primary}>
        {[...card.primaryFields, ...card.headerFields].map((field) => (
          <Field key={field.key} field={field} changed={isChanged(field.key)} size="large" />
        ))}
      </div>
      <div className={classes.fields}>
        {rows.map((field) => (
          <Field key={field.key} field={field} changed={isChanged(field.key)} />
        ))}
      </div>
      {card.barcode && (
        <div className={classes.code}>
          <Barcode barcode={card.barcode} label={t('codeOf', { name: card.organization })} size={140} />
          {card.barcode.altText && <span>{card.barcode.altText}</span>}
        </div>
      )}
      {card.strip && <img className={classes.hero} src={card.strip} alt="" />}
    </>
  )
}

/** A tier may stand in the object both as points and as a text module; the card needs it once. */
function withoutRepeats(fields: Schemas['WalletField'][]): Schemas['WalletField'][] {
  const seen = new Set<string>()
  return fields.filter(({ label, value }) => {
    const said = `${label} ${value}`
    return !seen.has(said) && seen.add(said)
  })
}
