import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../../layout/currentSession'
import { ReceiptDrawer } from './ReceiptDrawer'
import { texts } from './resultTexts'

type Result = Schemas['WhatIfResult']
type Top = Result['topChanges'][number]

/** The receipts that change most, each with what was and what would be. */
export function TopReceipts({ result }: { result: Result }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  const [open, setOpen] = useState<Top>()
  const both = (was: number, is: number, show: (minor: number) => string) =>
    was === is ? show(was) : t('fromTo', { before: show(was), after: show(is) })
  const bonuses = (row: Top) => both(row.before.bonusesEarned, row.after.bonusesEarned, f.bonus)
  const discount = (row: Top) => both(row.before.discount, row.after.discount, f.money)
  const link = (row: Top) => (
    <Anchor
      component="button"
      type="button"
      fw={650}
      ta="left"
      onClick={(event) => {
        event.stopPropagation()
        setOpen(row)
      }}
    >
      {f.dateTime(row.at)}
    </Anchor>
  )
  const columns: Column<Top>[] = [
    { id: 'when', header: t('when'), cell: link },
    { id: 'sum', header: t('sum'), align: 'right', cell: (row) => f.money(row.gross) },
    { id: 'bonuses', header: t('bonuses'), align: 'right', cell: bonuses },
    { id: 'discount', header: t('discount'), align: 'right', cell: discount },
    { id: 'why', header: t('why'), cell: (row) => <Text size="sm">{text(row.why[0]?.text)}</Text> },
  ]
  return (
    <Panel title={t('top')}>
      <DataTable
        label={t('top')}
        columns={columns}
        rows={result.topChanges}
        rowKey={(row) => row.receiptId}
        onRowClick={setOpen}
        empty={<Text c="dimmed">{t('topNone')}</Text>}
        mobile={(row) => (
          <>
            {link(row)}
            <Text size="sm">
              {f.money(row.gross)} · {t('bonuses')}: {bonuses(row)} · {t('discount')}: {discount(row)}
            </Text>
          </>
        )}
      />
      {open && <ReceiptDrawer receipt={open} tiers={result.tiers} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}
