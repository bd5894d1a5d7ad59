import { Anchor, Group, Text } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import type { FiguresFilter } from '@/base/api/queries/figures'
import { useList } from '@/base/api/useList'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { ReceiptDialog } from '../members/ReceiptDialog'
import { texts } from './texts'

type Movement = Schemas['Movement']
type Opening = { row: Movement; onOpen: (receiptId: string) => void }

/** The receipts and returns that the figures are made of. */
export function MovementsPanel({ filter }: { filter: FiguresFilter }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const rows = useList('/reports/movements', filter)
  const [opened, open] = useState<string | null>(null)
  const columns: ReadonlyArray<Column<Movement>> = [
    {
      id: 'when',
      header: t('when'),
      width: 150,
      cell: (row) => <span className="k-number">{f.dateTime(row.at)}</span>,
    },
    { id: 'what', header: t('what'), cell: (row) => <What row={row} onOpen={open} /> },
    { id: 'who', header: t('who'), cell: (row) => <Who row={row} /> },
    { id: 'where', header: t('where'), cell: where },
    amount('revenue', t('revenue'), (row) => f.money(row.revenue)),
    amount('discount', t('discount'), (row) => f.money(row.discount)),
    amount('earned', t('earned'), (row) => f.signedBonus(row.earned)),
    amount('spent', t('spent'), (row) => f.bonus(row.spent)),
  ]
  return (
    <Panel title={t('behind')} flush id="receipts">
      <DataTable
        label={t('behind')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.kind}${row.id}`}
        empty={<EmptyState icon={IconReceipt} title={t('nothing')} text={t('nothingText')} />}
        mobile={(row) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <What row={row} onOpen={open} />
              <Text size="sm" c="dimmed">
                {f.dateTime(row.at)}
              </Text>
              <Who row={row} />
            </div>
            <Text fw={600} className="k-number">
              {f.money(row.revenue)}
            </Text>
          </Group>
        )}
      />
      {opened && <ReceiptDialog receiptId={opened} onClose={() => open(null)} />}
    </Panel>
  )
}

function amount(id: string, header: string, show: (row: Movement) => string): Column<Movement> {
  return { id, header, align: 'right', cell: (row) => <span className="k-number">{show(row)}</span> }
}

function where(row: Movement) {
  return [row.store, row.cashier].filter(Boolean).join(', ')
}

function What({ row, onOpen }: Opening) {
  const t = useTexts(texts)
  const { number } = row
  const sale = row.kind === 'SALE'
  return (
    <Anchor component="button" type="button" ta="start" fw={550} size="sm" onClick={() => onOpen(row.receiptId)}>
      {number ? t(sale ? 'saleNumber' : 'backNumber', { number }) : t(sale ? 'sale' : 'back')}
    </Anchor>
  )
}

function Who({ row }: { row: Movement }) {
  const t = useTexts(texts)
  if (!row.memberId)
    return (
      <Text size="sm" c="dimmed">
        {t('nobody')}
      </Text>
    )
  return (
    <TextLink to="/members/$memberId" params={{ memberId: row.memberId }} size="sm">
      {row.member}
    </TextLink>
  )
}
