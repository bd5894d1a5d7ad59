import { usePlaceReceipts } from '@/base/api/queries/place'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { Receipt } from './Receipt'
import { texts } from './texts'

export function Purchases({ token, zone }: { token: string; zone: string }) {
  const t = useTexts(texts)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = usePlaceReceipts(token)
  const receipts = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="purchases-title">
      <h2 id="purchases-title">{t('purchases')}</h2>
      {data && receipts.length === 0 && <p className={ui.muted}>{t('noPurchases')}</p>}
      <ul className={classes.receipts} aria-label={t('purchases')}>
        {receipts.map((receipt) => (
          <Receipt key={receipt.id} receipt={receipt} zone={zone} />
        ))}
      </ul>
      {!data && !error && <div className={ui.skeleton} style={{ height: 120 }} />}
      {error && <ErrorLine error={error} onRetry={() => void refetch()} />}
      {hasNextPage && (
        <button type="button" className={ui.link} onClick={() => void fetchNextPage()} disabled={isFetching}>
          {t('earlier')}
        </button>
      )}
    </section>
  )
}
