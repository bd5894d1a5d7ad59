import { Text } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { usePromoUses } from '@/base/api/queries/promo'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

type Use = Schemas['PromoUsePage']['items'][number]

/** The receipts that used the codes of a set, net of returns. */
export function PromoUses({ setId }: { setId: string }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const uses = usePromoUses(setId)
  const columns: ReadonlyArray<Column<Use>> = [
    { id: 'at', header: t('at'), cell: ({ at }) => f.dateTime(at) },
    { id: 'store', header: t('store'), cell: ({ store }) => store },
    { id: 'number', header: t('number'), cell: (use) => (use.givenBack ? t('returned') : (use.number ?? '—')) },
    { id: 'paid', header: t('paid'), align: 'right', cell: ({ paid }) => f.money(paid) },
    { id: 'discount', header: t('discount'), align: 'right', cell: ({ discount }) => f.money(discount) },
    { id: 'granted', header: t('granted'), align: 'right', cell: ({ granted }) => f.bonus(granted) },
  ]
  return (
    <Panel title={t('uses')} flush mt="md">
      <DataTable
        label={t('uses')}
        columns={columns}
        rows={uses}
        rowKey={({ receiptId }) => receiptId}
        empty={<EmptyState icon={IconTicket} title={t('noUses')} text={t('noUsesText')} />}
        mobile={(use) => (
          <>
            <b>{f.dateTime(use.at)}</b> · {use.store}
            <Text size="sm" c="dimmed">
              {t('paid')}: {f.money(use.paid)} · {t('discount')}: {f.money(use.discount)}
              {use.givenBack && ` · ${t('returned')}`}
            </Text>
          </>
        )}
      />
    </Panel>
  )
}
