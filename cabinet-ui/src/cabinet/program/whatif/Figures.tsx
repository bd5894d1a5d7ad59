import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { type Format, useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { BeforeAfter } from './BeforeAfter'
import { texts } from './resultTexts'
import classes from './WhatIf.module.css'

type Row = { id: string; name: string; hint?: string; before: number; after: number; show: (minor: number) => string }
type Props = { result: Schemas['WhatIfResult']; bonusValueBp: number }

/** The service's figures, before and after: what was sold is discounts, bonuses and money together. */
export function Figures({ result, bonusValueBp }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const rows = rowsOf(result, bonusValueBp, t, f)
  const drawn = rows.filter((row) => ['discount', 'spent', 'earned', 'cost'].includes(row.id))
  return (
    <Panel title={t('figures')}>
      <div className={classes.beside}>
        <DataTable
          label={t('figures')}
          columns={columns(t)}
          rows={rows}
          rowKey={(row) => row.id}
          empty={null}
          mobile={(row) => <Card row={row} />}
        />
        <BeforeAfter rows={drawn.filter((row) => row.before !== 0 || row.after !== 0)} />
      </div>
    </Panel>
  )
}

function rowsOf(result: Props['result'], bonusValueBp: number, t: Translate<typeof texts>, f: Format): Row[] {
  const { before, after, gross, margin } = result
  const hint =
    bonusValueBp === 10_000 ? t('costHint') : t('costHintAt', { percent: f.percent(Math.round(bonusValueBp) / 100) })
  return [
    { id: 'gross', name: t('gross'), before: gross, after: gross, show: f.money },
    { id: 'discount', name: t('discount'), before: before.discount, after: after.discount, show: f.money },
    { id: 'spent', name: t('spent'), before: before.bonusesSpent, after: after.bonusesSpent, show: f.bonus },
    { id: 'money', name: t('money'), before: before.money, after: after.money, show: f.money },
    { id: 'earned', name: t('earned'), before: before.bonusesEarned, after: after.bonusesEarned, show: f.bonus },
    ...(before.bonusesGranted || after.bonusesGranted
      ? [
          {
            id: 'granted',
            name: t('granted'),
            before: before.bonusesGranted,
            after: after.bonusesGranted,
            show: f.bonus,
          },
        ]
      : []),
    { id: 'cost', name: t('cost'), hint, before: before.cost, after: after.cost, show: f.money },
    ...(margin
      ? [
          {
            id: 'margin',
            name: t('margin'),
            hint: t('marginHint'),
            before: margin.before,
            after: margin.after,
            show: f.money,
          },
        ]
      : []),
  ]
}

function columns(t: Translate<typeof texts>): Column<Row>[] {
  return [
    { id: 'name', header: t('figure'), cell: (row) => <Name row={row} /> },
    { id: 'before', header: t('before'), align: 'right', cell: (row) => row.show(row.before) },
    { id: 'after', header: t('after'), align: 'right', cell: (row) => <b>{row.show(row.after)}</b> },
    { id: 'difference', header: t('difference'), align: 'right', cell: difference },
  ]
}

function difference({ before, after, show }: Row) {
  return after > before ? `+${show(after - before)}` : after === before ? '—' : show(after - before)
}

function Name({ row }: { row: Row }) {
  return (
    <>
      {row.name}
      {row.hint && (
        <Text size="sm" c="dimmed">
          {row.hint}
        </Text>
      )}
    </>
  )
}

function Card({ row }: { row: Row }) {
  const t = useTexts(texts)
  return (
    <>
      <Name row={row} />
      <Text>
        {t('fromTo', { before: row.show(row.before), after: row.show(row.after) })}{' '}
        <Text span c="dimmed">
          ({difference(row)})
        </Text>
      </Text>
    </>
  )
}
