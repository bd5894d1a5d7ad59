import { Badge, Group, Text } from '@mantine/core'
import { IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { type MemberSort, useMembers } from '@/base/api/queries/members'
import { EmptyState } from '@/base/components/EmptyState'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { TierBadge } from '@/base/components/TierBadge'
import { WalletMarks } from '@/base/components/WalletMarks'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { MemberFilters } from './MemberFilters'
import { texts } from './texts'

type Member = Schemas['Member']

export default function MembersPage() {
  const t = useTexts(texts)
  const search = useSearch({ from: '/cabinet/members' })
  const navigate = useNavigate()
  const { sort = 'created', ...filter } = search
  const members = useMembers({ ...filter, sort })
  const pages = members.data?.pages
  const first = pages?.[0]
  const f = useFormat()
  const columns = useColumns()
  const filtered = Boolean(filter.q || filter.tier)

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={first && (first.more ? t('totalMore', { n: f.number(first.total) }) : t('total', { count: first.total }))}
      />
      <Panel flush>
        <MemberFilters search={search} />
        <DataTable
          label={t('title')}
          columns={columns}
          rows={pages?.flatMap((page) => page.items)}
          rowKey={(member) => member.id}
          error={members.error}
          onRetry={() => void members.refetch()}
          onRowClick={(member) => void navigate({ to: '/members/$memberId', params: { memberId: member.id } })}
          sort={{
            by: sort,
            onChange: (by) =>
              void navigate({ to: '/members', search: { ...search, sort: by as MemberSort }, replace: true }),
          }}
          more={{
            available: members.hasNextPage,
            loading: members.isFetchingNextPage,
            load: () => void members.fetchNextPage(),
          }}
          mobile={(member) => <MemberCard member={member} />}
          empty={
            filtered ? (
              <EmptyState
                icon={IconUserSearch}
                title={t('nothingFound')}
                text={t('nothingFoundText')}
                action={<ButtonLink to="/members">{t('resetFilters')}</ButtonLink>}
              />
            ) : (
              <EmptyState
                icon={IconUsers}
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={<ButtonLink to="/join-link">{t('emptyAction')}</ButtonLink>}
              />
            )
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): ReadonlyArray<Column<Member>> {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'name', header: t('name'), sort: 'ascending', cell: (member) => <MemberName member={member} /> },
    { id: 'tier', header: t('tier'), cell: (member) => <TierBadge tier={member.tier} /> },
    {
      id: 'balance',
      header: t('balance'),
      align: 'right',
      sort: 'descending',
      cell: (member) => <b className="k-number">{f.bonus(member.balance.available)}</b>,
    },
    {
      id: 'spent',
      header: t('spent'),
      align: 'right',
      sort: 'descending',
      cell: (member) => <span className="k-number">{f.money(member.spentTotal)}</span>,
    },
    {
      id: 'lastPurchase',
      header: t('lastPurchase'),
      sort: 'descending',
      cell: (member) =>
        member.lastPurchaseAt ? (
          f.date(member.lastPurchaseAt)
        ) : (
          <Text c="dimmed" size="sm">
            {t('never')}
          </Text>
        ),
    },
    { id: 'wallets', header: t('wallets'), cell: (member) => <WalletMarks {...member.wallets} /> },
    { id: 'created', header: t('created'), sort: 'descending', cell: (member) => f.date(member.createdAt) },
  ]
}

function MemberName({ member }: { member: Member }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <div style={{ maxWidth: 260 }}>
      <TextLink
        to="/members/$memberId"
        params={{ memberId: member.id }}
        fw={650}
        c="var(--k-text)"
        onClick={(event) => event.stopPropagation()}
      >
        {member.name}
      </TextLink>{' '}
      {member.status === 'BLOCKED' && <Badge color="red">{t('blocked')}</Badge>}
      <Text size="sm" c="dimmed">
        {f.phone(member.phone)}
      </Text>
    </div>
  )
}

function MemberCard({ member }: { member: Member }) {
  const f = useFormat()
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <MemberName member={member} />
        <Group gap="xs" mt={8}>
          <TierBadge tier={member.tier} size="sm" />
          <WalletMarks {...member.wallets} />
        </Group>
      </div>
      <div style={{ textAlign: 'right', flex: 'none' }}>
        <Text fw={700} fz="lg" className="k-number">
          {f.bonus(member.balance.available)}
        </Text>
        <Text size="sm" c="dimmed" className="k-number">
          {f.money(member.spentTotal)}
        </Text>
      </div>
    </Group>
  )
}
