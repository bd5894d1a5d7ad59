import { Skeleton, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconGift } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { type Certificate, useCertificate } from '@/base/api/queries/certificates'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { CertificateActs } from './CertificateActs'
import { StateBadge } from './CertificatesPage'
import { texts } from './texts'

type Move = Schemas['CertificateMove']

/** One certificate: what is left, what became of it, and what can be done. */
export default function CertificatePage() {
  const { certificateId } = useParams({ from: '/cabinet/certificates/$certificateId' })
  const { data, error, refetch } = useCertificate(certificateId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return data ? <Shown one={data} /> : <Skeleton h={320} radius="lg" />
}

function Shown({ one }: { one: Certificate }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  const changes = useMay('CERTIFICATES_CHANGE')
  return (
    <Stack gap="md">
      <PageHeader
        title={`${text(one.kind)} …${one.tail}`}
        hint={<StateBadge state={one.state} />}
        above={
          <TextLink to="/certificates" size="sm" mb={8}>
            <IconArrowLeft size={16} aria-hidden /> {t('back')}
          </TextLink>
        }
        actions={changes && <CertificateActs one={one} />}
      />
      <StatTile
        label={t('rest')}
        value={f.money(one.rest)}
        hint={`${t(`origin.${one.origin}`)} · ${one.endsAt ? t('until', { day: f.dateTime(one.endsAt) }) : t('never')}`}
      />
      {(one.recipient || one.memberId) && (
        <Panel title={t('recipient')}>
          {one.recipient && <Text>{one.recipient}</Text>}
          {one.memberId && (
            <Text>
              {t('member')}{' '}
              <TextLink to="/members/$memberId" params={{ memberId: one.memberId }}>
                {one.memberName ?? one.memberId}
              </TextLink>
            </Text>
          )}
        </Panel>
      )}
      <Moves moves={one.moves ?? []} />
    </Stack>
  )
}

function Moves({ moves }: { moves: Move[] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const where = (move: Move) =>
    [move.store, move.author, move.receiptNumber && t('receipt', { number: move.receiptNumber })]
      .filter(Boolean)
      .join(' · ')
  const columns: ReadonlyArray<Column<Move>> = [
    { id: 'at', header: t('at'), cell: ({ at }) => f.dateTime(at) },
    { id: 'what', header: t('what'), cell: ({ kind }) => t(`move.${kind}`) },
    { id: 'where', header: t('where'), cell: where },
    { id: 'amount', header: t('amount'), align: 'right', cell: ({ amount }) => f.money(amount) },
    { id: 'rest', header: t('rest'), align: 'right', cell: ({ rest }) => f.money(rest) },
  ]
  return (
    <Panel title={t('moves')} flush>
      <DataTable
        label={t('moves')}
        columns={columns}
        rows={moves}
        rowKey={(move) => `${move.at}${move.kind}${move.rest}`}
        empty={<EmptyState icon={IconGift} title={t('nothingFound')} text={t('nothingFoundText')} />}
        mobile={(move) => (
          <>
            <b>{t(`move.${move.kind}`)}</b> {f.money(move.amount)}
            <Text size="sm" c="dimmed">
              {f.dateTime(move.at)} · {where(move)} · {t('rest')}: {f.money(move.rest)}
            </Text>
          </>
        )}
      />
    </Panel>
  )
}
