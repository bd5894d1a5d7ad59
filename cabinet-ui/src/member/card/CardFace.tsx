import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { colorStyle } from '../light/colorStyle'
import { ShopMark } from '../light/ShopMark'
import { useShopName } from '../light/shopName'
import { CardBarcode } from './CardBarcode'
import classes from './CardFace.module.css'
import { StripArt } from './StripArt'
import { texts } from './texts'
import { useCountUp } from './useCountUp'

type Props = {
  card: Schemas['Card']
  /** Blocked or expired: grey, and its code shows no longer. */
  over: boolean
  onShowCode: () => void
}

/** The card as the wallets draw it, in its tier's colour. */
export function CardFace({ card, over, onShowCode }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const named = useShopName()
  return (
    <article
      className={classes.card}
      style={colorStyle(card.tier.color ?? card.shop.color)}
      data-blocked={over || undefined}
      aria-label={text(card.shop.programName)}
    >
      <header className={classes.head}>
        <ShopMark size={38} />
        <strong className={classes.shop}>{named(card.shop)}</strong>
        <Field label={t('tier')} value={text(card.tier.name)} right />
      </header>
      <div className={classes.strip}>
        <StripArt />
        <Balance available={card.balance.available} />
      </div>
      <div className={classes.fields}>
        <Field label={t('member')} value={card.memberName} />
        <Field label={t('number')} value={`•• ${card.number}`} right />
      </div>
      <button type="button" className={classes.code} onClick={onShowCode} disabled={over}>
        <CardBarcode card={card} />
        <span className={classes.codeHint}>{t('showCode')}</span>
      </button>
    </article>
  )
}

function Balance({ available }: { available: number }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { shown, change } = useCountUp(available)
  return (
    <div className={classes.balance}>
      <span className={classes.label}>{t('balance')}</span>
      <span className={classes.amount} data-long={f.bonus(available).length > 8 || undefined}>
        {f.bonus(shown)}
        {change !== 0 && (
          <span key={change} className={classes.change} data-minus={change < 0 || undefined}>
            {f.signedBonus(change)}
          </span>
        )}
      </span>
      <span className="k-visually-hidden" role="status">
        {change !== 0 && `${t('balance')}: ${f.bonus(available)}`}
      </span>
    </div>
  )
}

function Field({ label, value, right = false }: { label: string; value: string; right?: boolean }) {
  return (
    <div className={classes.field} data-right={right || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
    </div>
  )
}
