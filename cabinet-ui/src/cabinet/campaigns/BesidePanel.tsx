import { Alert, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { isFinished } from '@/base/api/queries/campaigns'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { StoppedChannels, useStoppedChannels } from '../attention/StoppedChannels'
import { texts } from './texts'

/** What became of the texts that left beside the card, and what they cost. */
export function BesidePanel({ campaign: { beside, state } }: { campaign: Schemas['Campaign'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const stopped = useStoppedChannels().filter((one) => beside?.kinds.includes(one.kind))
  if (!beside || beside.kinds.length === 0) return null
  return (
    <Panel title={t('beside')}>
      {stopped.length > 0 && !isFinished(state) && (
        <Alert color="red" icon={<IconAlertTriangle size={20} aria-hidden />} mb="md" role="alert">
          <StoppedChannels channels={stopped} />
        </Alert>
      )}
      {beside.pausedWhy && (
        <Alert color="red" icon={<IconAlertTriangle size={20} aria-hidden />} mb="md" role="alert">
          {t('pausedText')}
        </Alert>
      )}
      {beside.told.length === 0 ? (
        <Text c="dimmed">{t('besideNone')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('channel')}</Table.Th>
                <Table.Th ta="right">{t('handedOver')}</Table.Th>
                <Table.Th ta="right">{t('delivered')}</Table.Th>
                <Table.Th ta="right">{t('failed')}</Table.Th>
                <Table.Th ta="right">{t('cost')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {beside.told.map(({ kind, sent, delivered, failed, cost }) => (
                <Table.Tr key={kind}>
                  <Table.Td>{t(`way.${kind}`)}</Table.Td>
                  <Table.Td ta="right">{f.number(sent)}</Table.Td>
                  <Table.Td ta="right">{f.number(delivered)}</Table.Td>
                  <Table.Td ta="right">{f.number(failed)}</Table.Td>
                  <Table.Td ta="right">{f.money(cost)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {typeof beside.budget === 'number'
          ? t('spentOf', { cost: f.money(beside.cost), budget: f.money(beside.budget) })
          : t('spent', { cost: f.money(beside.cost) })}
      </Text>
    </Panel>
  )
}
