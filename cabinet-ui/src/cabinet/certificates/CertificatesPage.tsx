import { Badge, Button, Group, Select, Text } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Certificate, type CertificateFilter, useCertificates } from '@/base/api/queries/certificates'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { SearchBox } from '@/base/list/SearchBox'
import { useListSearch } from '@/base/list/useListSearch'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { IssueDialog } from './IssueDialog'
import { texts } from './texts'

/** All certificates, sold and given. */
export default function CertificatesPage() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const filter: CertificateFilter = useSearch({ from: '/cabinet/certificates' })
  const rows = useCertificates(filter)
  const changes = useMay('CERTIFICATES_CHANGE')
  const [issuing, setIssuing] = useState(false)
  const filtered = Boolean(filter.q || filter.origin || filter.state)
  const issue = changes && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIssuing(true)}>
      {t('issue')}
    </Button>
  )
  return (
    <>
      <ListPage
        title={t('title')}
        hint={t('hint')}
        actions={
          <Group gap="sm">
            <ButtonLink to="/certificates/kinds" variant="default">
              {t('kinds')}
            </ButtonLink>
            <ButtonLink to="/certificates/report" variant="default">
              {t('report')}
            </ButtonLink>
            {issue}
          </Group>
        }
        filters={<Filters filter={filter} />}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        onRowClick={({ id }) => void navigate({ to: '/certificates/$certificateId', params: { certificateId: id } })}
        mobile={(one) => <OneCard one={one} />}
        empty={
          filtered ? (
            <EmptyState icon={IconGift} title={t('nothingFound')} text={t('nothingFoundText')} />
          ) : (
            <EmptyState icon={IconGift} title={t('emptyTitle')} text={t('emptyText')} />
          )
        }
      />
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  )
}

const ORIGINS = ['BOUGHT', 'GIFTED'] as const
const STATES = ['ACTIVE', 'EMPTY', 'ENDED', 'BLOCKED'] as const

function Filters({ filter }: { filter: CertificateFilter }) {
  const t = useTexts(texts)
  const narrow = useListSearch<CertificateFilter>('/certificates', filter)
  return (
    <>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q}
        onSearch={(q) => narrow({ q })}
      />
      <Select
        aria-label={t('origin')}
        placeholder={t('origin')}
        clearable
        value={filter.origin ?? null}
        data={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
        onChange={(origin) => narrow({ origin: (origin ?? undefined) as CertificateFilter['origin'] })}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('state')}
        clearable
        value={filter.state ?? null}
        data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => narrow({ state: (state ?? undefined) as CertificateFilter['state'] })}
      />
    </>
  )
}

function useColumns(): ReadonlyArray<Column<Certificate>> {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'number', header: t('number'), cell: (one) => <Tail one={one} /> },
    { id: 'kind', header: t('kind'), cell: ({ kind }) => text(kind) },
    { id: 'origin', header: t('origin'), cell: ({ origin }) => t(`origin.${origin}`) },
    { id: 'recipient', header: t('recipient'), cell: ({ recipient }) => recipient ?? '—' },
    { id: 'state', header: t('state'), cell: ({ state }) => <StateBadge state={state} /> },
    { id: 'issued', header: t('issued'), cell: ({ issuedAt }) => f.dateTime(issuedAt) },
    { id: 'rest', header: t('rest'), align: 'right', cell: ({ rest }) => f.money(rest) },
  ]
}

const COLOURS = { ACTIVE: 'pine', EMPTY: 'gray', ENDED: 'gray', BLOCKED: 'red' } as const

export function StateBadge({ state }: { state: Certificate['state'] }) {
  const t = useTexts(texts)
  return <Badge color={COLOURS[state]}>{t(`state.${state}`)}</Badge>
}

function Tail({ one }: { one: Certificate }) {
  return (
    <TextLink
      to="/certificates/$certificateId"
      params={{ certificateId: one.id }}
      fw={650}
      c="var(--k-text)"
      onClick={(event) => event.stopPropagation()}
    >
      …{one.tail}
    </TextLink>
  )
}

function OneCard({ one }: { one: Certificate }) {
  const f = useFormat()
  const text = useLocalText()
  return (
    <>
      <Tail one={one} /> <StateBadge state={one.state} />
      <Text size="sm" c="dimmed">
        {text(one.kind)} · {f.money(one.rest)}
        {one.recipient && ` · ${one.recipient}`}
      </Text>
    </>
  )
}
