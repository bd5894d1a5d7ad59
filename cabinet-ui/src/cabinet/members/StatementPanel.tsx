import { Anchor, Group, Text } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useOperations } from '@/base/api/queries/members'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Members.module.css'
import { ReceiptDialog } from './ReceiptDialog'
import { texts } from './texts'

type Operation = Schemas['Operation']

/** The account's statement: every entry with the balance after it and, for manual ones, who and why. */
export function StatementPanel({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const operations = useOperations(memberId)
  const [receipt, open] = useState<string | null>(null)
  const columns: ReadonlyArray<Column<Operation>> = [
    { id: 'at', header: t('when'), width: 150, cell: (row) => <span className="k-number">{f.dateTime(row.at)}</span> },
    { id: 'text', header: t('what'), cell: (row) => <What row={row} onOpen={open} /> },
    { id: 'amount', header: t('amount'), align: 'right', cell: (row) => <Amount row={row} /> },
    {
      id: 'after',
      header: t('after'),
      align: 'right',
      cell: (row) => <span className="k-number">{f.bonus(row.balanceAfter)}</span>,
    },
  ]
  return (
    <Panel title={t('statement')} flush>
      <DataTable
        label={t('statement')}
        columns={columns}
        rows={operations}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState icon={IconListDetails} title={t('statementEmpty')} text={t('statementEmptyText')} />}
        mobile={(row) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <What row={row} onOpen={open} />
              <Text size="sm" c="dimmed">
                {f.dateTime(row.at)}
              </Text>
            </div>
            <div style={{ textAlign: 'right' }}>
              <Amount row={row} />
              <Text size="sm" c="dimmed">
                {f.bonus(row.balanceAfter)}
              </Text>
            </div>
          </Group>
        )}
      />
      {receipt && <ReceiptDialog receiptId={receipt} onClose={() => open(null)} />}
    </Panel>
  )
}

/** What a line is about; of a purchase, its receipt opens. */
function What({ row, onOpen }: { row: Operation; onOpen: (receiptId: string) => void }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { receiptId } = row
  const note = row.reason && row.author ? t('reasonBy', { reason: row.reason, author: row.author }) : row.reason
  return (
    <>
      {receiptId ? (
        <Anchor component="button" type="button" ta="start" fw={550} size="sm" onClick={() => onOpen(receiptId)}>
          {text(row.text)}
        </Anchor>
      ) : (
        <Text fw={550} size="sm">
          {text(row.text)}
        </Text>
      )}
      {row.receiptNumber && (
        <Text size="sm" c="dimmed">
          {t('receiptNumber', { number: row.receiptNumber })}
        </Text>
      )}
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </>
  )
}

function Amount({ row }: { row: Operation }) {
  const f = useFormat()
  return (
    <span className={`k-number ${row.amount > 0 ? classes.plus : classes.minus}`}>{f.signedBonus(row.amount)}</span>
  )
}
