import { Badge, Group, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconFileImport, IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { type MemberFilter, type MemberSort, membersFileUrl, useMembers } from '@/base/api/queries/members'
import { EmptyState } from '@/base/components/EmptyState'
import { TierBadge } from '@/base/components/TierBadge'
import { WalletMarks } from '@/base/components/WalletMarks'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ExportMenu } from '@/base/list/ExportMenu'
import { ListPage } from '@/base/list/ListPage'
import { useListSearch } from '@/base/list/useListSearch'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { Stale } from '../views/Stale'
import type { ViewState } from '../views/state'
import { ViewsMenu } from '../views/ViewsMenu'
import { useTicking } from './bulk/useTicking'
import { ColumnsMenu } from './ColumnsMenu'
import { FilterSentence } from './FilterSentence'
import { MemberFilters } from './MemberFilters'
import { useStarters } from './starters'
import { texts } from './texts'

type Member = Schemas['Member']

export default function MembersPage() {
  const t = useTexts(texts)
  const f = useFormat()
  const navigate = useNavigate()
  const filter = useSearch({ from: '/cabinet/members' }) as MemberFilter
  const changeFilter = useListSearch('/members', filter)
  const { sort = 'created' } = filter
  const members = useMembers({ ...filter, sort })
  const first = members.data?.pages[0]
  const all = useColumns()
  const [hidden, hide] = useHiddenColumns()
  const shown = all.filter((column) => !hidden.includes(column.id))
  const ticking = useTicking(filter)
  return (
    <ListPage
      title={t('title')}
      hint={first && (first.more ? t('totalMore', { n: f.number(first.total) }) : t('total', { count: first.total }))}
      filters={<MemberFilters filter={filter} onChange={changeFilter} />}
      above={
        <>
          <StaleTier filter={filter} onDrop={() => changeFilter({ tier: undefined })} />
          {filter.when && <FilterSentence when={filter.when} onChange={(when) => changeFilter({ when })} />}
          {ticking.bar}
        </>
      }
      actions={
        <>
          <Views filter={filter} hidden={hidden} onChange={changeFilter} onHide={hide} />
          {ticking.jobs}
          <ColumnsMenu all={all} hidden={hidden} onChange={hide} />
          <ImportLink />
          <ExportButton filter={{ ...filter, sort }} columns={shown.map((column) => column.id)} />
        </>
      }
      columns={shown}
      select={ticking.select}
      rows={members}
      rowKey={(member) => member.id}
      onRowClick={(member) => void navigate({ to: '/members/$memberId', params: { memberId: member.id } })}
      sort={{ by: sort, onChange: (by) => changeFilter({ sort: by as MemberSort }) }}
      mobile={(member) => <MemberCard member={member} />}
      empty={<Empty filtered={Boolean(filter.q || filter.tier || filter.when)} />}
    />
  )
}

/** Everybody has their own choice, at this device. */
function useHiddenColumns() {
  const { staffId } = useCurrentSession()
  return useLocalStorage<string[]>({ key: `kartela-members-hidden-${staffId}`, defaultValue: ['purchases'] })
}

type ViewsProps = {
  filter: MemberFilter
  hidden: string[]
  onChange: (part: MemberFilter) => void
  onHide: (hidden: string[]) => void
}

/** A view fills the filter and hides columns; conditions are for those who may make them. */
function Views({ filter, hidden, onChange, onHide }: ViewsProps) {
  const byConditions = useMay('SEGMENTS')
  const starters = useStarters()
  function choose({ hidden: columns, ...state }: ViewState) {
    onChange({ q: undefined, tier: undefined, sort: undefined, when: undefined, ...state })
    if (Array.isArray(columns)) onHide(columns.filter((id) => typeof id === 'string'))
  }
  return (
    <ViewsMenu
      list="MEMBERS"
      now={{ ...filter, hidden }}
      starters={starters}
      usable={(state) => byConditions || !state.when}
      onChoose={choose}
    />
  )
}

/** Tiers go with the programs that had them; addresses and views that name one stay. */
function StaleTier({ filter, onDrop }: { filter: MemberFilter; onDrop: () => void }) {
  const t = useTexts(texts)
  const { tiers = [] } = useCurrentSession()
  if (!filter.tier || tiers.some((tier) => tier.id === filter.tier)) return null
  return <Stale text={t('staleTier')} onDrop={onDrop} />
}

function ImportLink() {
  const t = useTexts(texts)
  if (!useMay('IMPORTS')) return null
  return (
    <ButtonLink to="/members/import" variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
      {t('import')}
    </ButtonLink>
  )
}

/** What a role may not do is not offered. */
function ExportButton({ filter, columns }: { filter: MemberFilter; columns: readonly string[] }) {
  const lang = useLocale()
  if (!useMay('MEMBERS_EXPORT')) return null
  return <ExportMenu url={(format) => membersFileUrl(format, filter, columns, lang)} />
}

function Empty({ filtered }: { filtered: boolean }) {
  const t = useTexts(texts)
  return filtered ? (
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

function useColumns(): ReadonlyArray<Column<Member>> {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'name', header: t('name'), sort: 'ascending', cell: (member) => <MemberName member={member} /> },
    {
      id: 'tier',
      header: t('tier'),
      cell: (member) => (
        // A badge gives way in a table; a usual name of a tier stays readable.
        <div style={{ minWidth: 104 }}>
          <TierBadge tier={member.tier} />
        </div>
      ),
    },
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
      id: 'purchases',
      header: t('purchases'),
      align: 'right',
      cell: (member) => <span className="k-number">{f.number(member.purchases)}</span>,
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
        {f.phone(member.name)}
      </TextLink>{' '}
      {member.status === 'BLOCKED' && <Badge color="red">{t('blocked')}</Badge>}
      <Text size="sm" c="dimmed" className="k-number">
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
