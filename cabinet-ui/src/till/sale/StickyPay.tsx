import { Button, Text } from '@mantine/core'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { CommitLabel } from './PaymentPanel'
import classes from './StickyPay.module.css'
import { grossOf } from './sale'
import { texts } from './texts'
import type { Till } from './useTill'

/** Where the columns stand under one another the figure and the button stay in sight, in reach of the thumb. */
export function StickyPay({ till }: { till: Till }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <section className={classes.bar} aria-label={t('payment')}>
      <div className={classes.figures}>
        <Text size="sm" c="dimmed" lh={1.2}>
          {t('toPay')}
        </Text>
        <Text fw={750} fz={24} lh={1.2}>
          {f.money(till.quote?.toPay ?? grossOf(till.sale))}
        </Text>
        {till.sale.member && till.quote && (
          <Text size="sm" lh={1.2} c="var(--k-bonus-text)" fw={600}>
            {t('willEarn', { amount: f.bonus(till.quote.earned), count: till.quote.earned / 100 })}
          </Text>
        )}
      </div>
      <Button size="lg" h={56} disabled={!till.canCommit} loading={till.busy} onClick={() => void till.commit()}>
        <CommitLabel till={till} />
      </Button>
    </section>
  )
}
