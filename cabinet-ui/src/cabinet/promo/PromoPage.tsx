import { Badge, Text } from '@mantine/core'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type PromoSet, usePromoSets } from '@/base/api/queries/promo'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { SearchBox } from '@/base/list/SearchBox'
import { useListSearch } from '@/base/list/useListSearch'
import { useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { texts } from './texts'

/** All sets of promo codes with what they brought. */
export default function PromoPage() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const search = useSearch({ from: '/cabinet/promo-codes' })
  const narrow = useListSearch('/promo-codes', search)
  const changes = useMay('PROMO_CODES_CHANGE')
  const { data, error, refetch } = usePromoSets(true, search.q)
  const create = changes && (
    <ButtonLink to="/promo-codes/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('create')}
    </ButtonLink>
  )
  return (
    <ListPage
      title={t('title')}
      hint={t('hint')}
      actions={create}
      filters={
        <SearchBox
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={search.q}
          onSearch={(q) => narrow({ q })}
        />
      }
      columns={useColumns()}
      rows={{
        data: data && { pages: [data] },
        error,
        refetch,
        hasNextPage: false,
        isFetchingNextPage: false,
        fetchNextPage: () => undefined,
      }}
      rowKey={({ id }) => id}
      onRowClick={({ id }) => void navigate({ to: '/promo-codes/$setId', params: { setId: id } })}
      mobile={(set) => <SetCard set={set} />}
      empty={
        search.q ? (
          <EmptyState icon={IconTicket} title={t('nothingFound')} text={t('nothingFoundText')} />
        ) : (
          <EmptyState icon={IconTicket} title={t('emptyTitle')} text={t('emptyText')} action={create} />
        )
      }
    />
  )
}

function useColumns(): ReadonlyArray<Column<PromoSet>> {
  const t = useTexts(texts)
  const f = useFormat()
  return [
    { id: 'name', header: t('name'), cell: (set) => <Name set={set} /> },
    { id: 'state', header: t('state'), cell: ({ state }) => <StateBadge state={state} /> },
    { id: 'issued', header: t('issued'), align: 'right', cell: ({ issued }) => f.number(issued) },
    { id: 'used', header: t('used'), align: 'right', cell: ({ figures }) => f.number(figures.used) },
    { id: 'revenue', header: t('revenue'), align: 'right', cell: ({ figures }) => f.money(figures.revenue) },
    { id: 'discount', header: t('discount'), align: 'right', cell: ({ figures }) => f.money(figures.discount) },
  ]
}

const COLOURS = { ACTIVE: 'pine', PLANNED: 'honey', OVER: 'gray', STOPPED: 'red' } as const

export function StateBadge({ state }: { state: PromoSet['state'] }) {
  const t = useTexts(texts)
  return <Badge color={COLOURS[state]}>{t(`state.${state}`)}</Badge>
}

function Name({ set }: { set: PromoSet }) {
  const text = useLocalText()
  return (
    <TextLink
      to="/promo-codes/$setId"
      params={{ setId: set.id }}
      fw={650}
      c="var(--k-text)"
      onClick={(event) => event.stopPropagation()}
    >
      {text(set.name)}
    </TextLink>
  )
}

function SetCard({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <>
      <Name set={set} /> <StateBadge state={set.state} />
      <Text size="sm" c="dimmed">
        {t('issued')}: {f.number(set.issued)} · {t('used')}: {f.number(set.figures.used)} · {t('revenue')}:{' '}
        {f.money(set.figures.revenue)}
      </Text>
    </>
  )
}
