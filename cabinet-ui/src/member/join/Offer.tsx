import { IconGift } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ShopMark } from '../light/ShopMark'
import { useShopName } from '../light/shopName'
import classes from './Offer.module.css'
import { texts } from './texts'

/** What the shop gives: the reason to fill the form in. `brief` on a phone is only the shop's name, once the form is done. */
export function Offer({ shop, brief = false }: { shop: Schemas['Shop']; brief?: boolean }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const named = useShopName()
  const f = useFormat()
  const tiers = [...shop.tiers].sort((a, b) => a.rank - b.rank)
  return (
    <section className={classes.offer} data-brief={brief || undefined} aria-label={text(shop.programName)}>
      <div className={classes.head}>
        <ShopMark size={52} />
        <div>
          <h1>{named(shop)}</h1>
          <p className={classes.program}>{text(shop.programName)}</p>
        </div>
      </div>
      {shop.description && <p className={classes.description}>{text(shop.description)}</p>}
      {Boolean(shop.welcomeBonus) && (
        <p className={classes.welcome}>
          <IconGift size={22} aria-hidden />
          <strong>{t('welcome', { amount: f.bonus(shop.welcomeBonus ?? 0) })}</strong>
          <span>{t('bonusIs')}</span>
        </p>
      )}
      {tiers.length > 0 && (
        <>
          <h2 className={classes.tiersTitle}>{t('tiersTitle')}</h2>
          <ul className={classes.tiers}>
            {tiers.map((tier) => (
              <li key={tier.id}>
                <span className={classes.tier}>
                  <span className={classes.dot} style={{ background: tier.color ?? 'currentColor' }} aria-hidden />
                  {text(tier.name)}
                </span>
                {tier.earnPercent !== undefined && (
                  <span>
                    <span className="k-visually-hidden">{t('earn')} </span>
                    <strong>{f.percent(tier.earnPercent)}</strong>
                  </span>
                )}
                {tier.spendPercent !== undefined && (
                  <span className={classes.spend}>{t('spend', { percent: f.percent(tier.spendPercent) })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
