import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

type Props = { receipt: Schemas['OwnReceipt']; zone: string }

/** One purchase; opens with its lines, what it brought and why. */
export function Receipt({ receipt, zone }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const { sums } = receipt
  const back = receipt.returns.length > 0
  return (
    <li>
      <details>
        <summary>
          <span className={classes.when}>
            <span>
              <time dateTime={receipt.at}>{f.dateTime(receipt.at)}</time>
              {back && <span className={classes.back}>{t('hasReturn')}</span>}
            </span>
            <span className={ui.small}>
              {[receipt.store, receipt.number && t('number', { number: receipt.number })].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className={classes.sum}>
            <strong className="k-number">{f.money(sums.paid)}</strong>
            {sums.earned > 0 && (
              <span className={ui.small}>{t('earnedShort', { amount: f.signedBonus(sums.earned) })}</span>
            )}
          </span>
        </summary>
        <Lines receipt={receipt} />
        <Sums receipt={receipt} />
        <Why receipt={receipt} />
        <Returns receipt={receipt} zone={zone} />
      </details>
    </li>
  )
}

function Lines({ receipt }: { receipt: Schemas['OwnReceipt'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <ul className={classes.rows} aria-label={t('lines')}>
      {receipt.lines.map((line) => (
        <li key={line.lineNo}>
          <div>
            <p>{line.name ?? line.sku ?? t('line', { number: line.lineNo })}</p>
            <p className={ui.small}>
              {t('quantity', { quantity: f.number(Number(line.quantity)) })}
              {line.returnedQuantity &&
                ` · ${t('returnedPieces', { quantity: f.number(Number(line.returnedQuantity)) })}`}
            </p>
          </div>
          <span className="k-number">{f.money(line.gross)}</span>
        </li>
      ))}
    </ul>
  )
}

function Sums({ receipt }: { receipt: Schemas['OwnReceipt'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat()
  const { sums } = receipt
  return (
    <dl className={classes.sums}>
      {sums.discount > 0 && <Sum name={t('discount')} value={f.money(-sums.discount)} />}
      {sums.spent > 0 && <Sum name={t('spent')} value={f.signedBonus(-sums.spent)} />}
      {!!sums.byCertificates && <Sum name={t('byCertificates')} value={f.money(-sums.byCertificates)} />}
      <Sum name={t('paid')} value={f.money(sums.paid)} />
      {receipt.earnedParts.map((part) => (
        <Sum
          key={`${part.kind}${part.name.en}`}
          name={t('earnedFor', { what: text(part.name) })}
          value={f.signedBonus(part.amount)}
        />
      ))}
    </dl>
  )
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="k-number">{value}</dd>
    </div>
  )
}

function Why({ receipt }: { receipt: Schemas['OwnReceipt'] }) {
  const t = useTexts(texts)
  const gave = receipt.why.filter((one) => one.applied)
  const rest = receipt.why.filter((one) => !one.applied)
  return (
    <>
      {gave.length > 0 && <h3 className={classes.small}>{t('why')}</h3>}
      <Sentences of={gave} />
      {rest.length > 0 && (
        <details>
          <summary className={classes.more}>{t('whyNot')}</summary>
          <Sentences of={rest} />
        </details>
      )}
    </>
  )
}

function Sentences({ of }: { of: Schemas['OwnReceipt']['why'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  return (
    <ul className={classes.why}>
      {of.map((one) => (
        <li key={`${one.applied}${one.text.en}`} data-applied={one.applied || undefined}>
          {one.applied ? (
            <IconCheck size={18} role="img" aria-label={t('applied')} />
          ) : (
            <IconMinus size={18} role="img" aria-label={t('notApplied')} />
          )}
          <span>{text(one.text)}</span>
        </li>
      ))}
    </ul>
  )
}

function Returns({ receipt, zone }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  return receipt.returns.map((one) => (
    <p key={one.at} className={classes.returned}>
      {[
        t('returned', { date: f.dateLong(one.at), amount: f.money(one.money) }),
        one.bonusesBack > 0 && t('bonusesBack', { amount: f.bonus(one.bonusesBack) }),
        one.earnReversed > 0 && t('earnReversed', { amount: f.bonus(one.earnReversed) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  ))
}
