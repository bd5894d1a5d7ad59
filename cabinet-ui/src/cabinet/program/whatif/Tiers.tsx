import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import classes from '../base/Program.module.css'
import { BeforeAfter } from './BeforeAfter'
import { texts } from './resultTexts'
import own from './WhatIf.module.css'

type Counts = NonNullable<Schemas['WhatIfResult']['tiers']>
type Row = Counts['items'][number]

/** A tier by the name that people know. */
export function useTierName(tiers: Counts | null | undefined): (id: string | null | undefined) => string {
  const t = useTexts(texts)
  const text = useLocalText()
  return (id) => {
    if (id == null) return t('noTier')
    return text(tiers?.items.find((one) => one.tier === id)?.name) || t('goneTier')
  }
}

/** How many members each tier has and would have, and who would move. */
export function Tiers({ of }: { of: Counts }) {
  const t = useTexts(texts)
  const f = useFormat()
  const name = useTierName(of)
  const difference = ({ before, after }: Row) =>
    after > before ? `+${f.number(after - before)}` : after === before ? '—' : f.number(after - before)
  const columns: Column<Row>[] = [
    { id: 'tier', header: t('tier'), cell: (row) => name(row.tier) },
    { id: 'before', header: t('before'), align: 'right', cell: (row) => f.number(row.before) },
    { id: 'after', header: t('after'), align: 'right', cell: (row) => <b>{f.number(row.after)}</b> },
    { id: 'difference', header: t('difference'), align: 'right', cell: difference },
  ]
  return (
    <Panel title={t('tiers')} hint={t('tiersHint')}>
      <div className={own.beside}>
        <div>
          <DataTable
            label={t('tiers')}
            columns={columns}
            rows={of.items}
            rowKey={(row) => row.tier}
            empty={null}
            mobile={(row) => (
              <Text>
                <b>{name(row.tier)}</b> {t('fromTo', { before: f.number(row.before), after: f.number(row.after) })} (
                {difference(row)})
              </Text>
            )}
          />
          {of.moves.length > 0 && (
            <>
              <Text fw={650} mt="md" mb={4}>
                {t('moves')}
              </Text>
              <ul className={classes.sentences}>
                {of.moves.map((move) => (
                  <li key={`${move.from}→${move.to}`}>
                    {t('move', { from: name(move.from), to: name(move.to), count: f.number(move.members) })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <BeforeAfter rows={of.items.map(({ tier, before, after }) => ({ name: name(tier), before, after }))} />
      </div>
    </Panel>
  )
}
