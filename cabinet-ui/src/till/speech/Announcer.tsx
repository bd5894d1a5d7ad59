import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Till } from '../sale/useTill'
import { texts } from './texts'

/**
 * Says aloud what the screen shows large: who was found, the price, what was booked. Live regions that come and go with their
 * content are not heard everywhere; these two stay and only their words change.
 */
export function Announcer({ till, zone }: { till: Till; zone: string }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const text = useLocalText()
  const { member } = till.sale
  const { quote, outcome } = till

  const found =
    member &&
    [
      t('found', { name: member.memberName, tier: text(member.tier.name), amount: f.bonus(member.balance.available) }),
      member.balance.burns &&
        t('burns', {
          count: member.balance.burns.amount / 100,
          amount: f.bonus(member.balance.burns.amount),
          date: f.dayMonthLong(member.balance.burns.at),
        }),
      member.birthdaySoon && t('birthday'),
    ]
      .filter(Boolean)
      .join('. ')
  const price =
    quote &&
    !till.counting &&
    [
      t('price', { toPay: f.money(quote.toPay) }),
      quote.spent > 0 && t('spends', { amount: f.bonus(quote.spent) }),
      member && quote.earned > 0 && t('earns', { amount: f.bonus(quote.earned) }),
      member && quote.hints?.[0] && text(quote.hints[0]),
    ]
      .filter(Boolean)
      .join('. ')
  const done =
    outcome &&
    (outcome.kind === 'committed'
      ? t('committed', { toPay: f.money(outcome.receipt.toPay) })
      : t('kept', { toPay: f.money(outcome.pending.toPay) }))

  return (
    <>
      <div className="k-visually-hidden" role="status" data-testid="said">
        {done || found || ''}
      </div>
      <div className="k-visually-hidden" aria-live="polite" data-testid="price">
        {(!done && price) || ''}
      </div>
    </>
  )
}
