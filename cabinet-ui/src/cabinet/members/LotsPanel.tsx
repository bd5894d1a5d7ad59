import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useLots } from '@/base/api/queries/lots'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { texts } from './lotTexts'
import classes from './Members.module.css'
import { VoidDialog } from './VoidDialog'

type Lot = Schemas['Lot']

const FIRST = 5

/** What the member holds, grant by grant, the first to burn first; of those made by hand what is left can be taken back. */
export function LotsPanel({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const { data, error, isPending, refetch } = useLots(memberId)
  const [all, { open }] = useDisclosure(false)
  const [voided, choose] = useState<Lot | null>(null)
  const lots = data?.items ?? []
  return (
    <Panel title={t('lots')} hint={lots.length > 0 ? t('lotsHint') : undefined}>
      <Stack gap="md" align="stretch">
        {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton h={48} />}
        {data && lots.length === 0 && <Text c="dimmed">{t('lotsEmpty')}</Text>}
        {lots.length > 0 && (
          <ul className={classes.invited} aria-label={t('lots')}>
            {lots.slice(0, all ? undefined : FIRST).map((lot) => (
              <One key={lot.id} lot={lot} onVoid={() => choose(lot)} />
            ))}
          </ul>
        )}
        {!all && lots.length > FIRST && (
          <Button variant="default" onClick={open}>
            {t('all')}
          </Button>
        )}
      </Stack>
      {voided && <VoidDialog memberId={memberId} lot={voided} onClose={() => choose(null)} />}
    </Panel>
  )
}

function One({ lot, onVoid }: { lot: Lot; onVoid: () => void }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const text = useLocalText()
  const corrects = useMay('BALANCE_CORRECT')
  const { reason, author } = lot.source
  const count = Math.floor(lot.left / 100)
  const amount = f.bonus(lot.left)
  const notes = [
    lot.life.activeFrom && t('opens', { date: f.dayMonthLong(lot.life.activeFrom) }),
    lot.held > 0 && t('held', { amount: f.bonus(lot.held) }),
    lot.left < lot.amount && t('leftOf', { amount: f.bonus(lot.amount) }),
  ]
  return (
    <li>
      <Text fw={600}>
        {lot.life.expiresAt
          ? t('burns', { count, amount, date: f.dayMonthLong(lot.life.expiresAt) })
          : t('never', { count, amount })}
      </Text>
      <Text size="sm" c="dimmed">
        {[text(lot.source.text), f.dateLong(lot.life.grantedAt), ...notes].filter(Boolean).join(' · ')}
      </Text>
      {reason && (
        <Text size="sm" c="dimmed">
          {author ? t('reasonBy', { reason, author }) : reason}
        </Text>
      )}
      {corrects && lot.kind === 'MANUAL' && lot.left > lot.held && (
        <Group mt={6}>
          <Button variant="default" size="xs" onClick={onVoid}>
            {t('void')}
          </Button>
        </Group>
      )}
    </li>
  )
}
