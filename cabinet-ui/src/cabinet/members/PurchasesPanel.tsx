import { Anchor, Group, Text } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useMemberReceipts } from '@/base/api/queries/members'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import { ReceiptDialog } from './ReceiptDialog'
import { texts } from './storyTexts'

type Receipt = Schemas['Receipt']

/** All that the member bought, also what moved no bonuses; each opens with its lines and its why. */
export function PurchasesPanel({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const receipts = useMemberReceipts(memberId)
  const [opened, open] = useState<string | null>(null)
  const columns: ReadonlyArray<Column<Receipt>> = [
    { id: 'at', header: t('when'), width: 150, cell: (row) => <span className="k-number">{f.dateTime(row.at)}</span> },
    { id: 'what', header: t('receipt'), cell: (row) => <What row={row} onOpen={open} /> },
    { id: 'bonuses', header: t('bonuses'), align: 'right', cell: (row) => <Bonuses row={row} /> },
    {
      id: 'paid',
      header: t('paid'),
      align: 'right',
      cell: (row) => <span className="k-number">{f.money(row.paid ?? row.toPay)}</span>,
    },
  ]
  return (
    <Panel title={t('bought')} flush>
      <DataTable
        label={t('bought')}
        columns={columns}
        rows={receipts}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconReceipt} title={t('boughtEmpty')} text={t('boughtEmptyText')} />}
        mobile={(row) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <What row={row} onOpen={open} />
              <Text size="sm" c="dimmed">
                {f.dateTime(row.at)}
              </Text>
            </div>
            <div style={{ textAlign: 'right' }}>
              <Text fw={600} className="k-number">
                {f.money(row.paid ?? row.toPay)}
              </Text>
              <Bonuses row={row} />
            </div>
          </Group>
        )}
      />
      {opened && <ReceiptDialog receiptId={opened} onClose={() => open(null)} />}
    </Panel>
  )
}

function What({ row, onOpen }: { row: Receipt; onOpen: (receiptId: string) => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  const back = row.returns.reduce((sum, one) => sum + one.money, 0)
  const notes = [
    row.place && `${row.place.store}, ${row.place.register}`,
    row.lateCard && t('later'),
    row.returns.length > 0 && t('returned', { amount: f.money(back) }),
  ].filter(Boolean)
  return (
    <>
      <Anchor component="button" type="button" ta="start" fw={550} size="sm" onClick={() => onOpen(row.id)}>
        {row.number ? t('receiptNumber', { number: row.number }) : t('receipt')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {notes.join(' · ')}
      </Text>
    </>
  )
}

function Bonuses({ row }: { row: Receipt }) {
  const f = useFormat()
  const parts = [row.spent > 0 && f.bonus(-row.spent), row.earned > 0 && f.signedBonus(row.earned)].filter(Boolean)
  return <span className="k-number">{parts.join(' · ') || '—'}</span>
}
