import { Text } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { useSegments } from '@/base/api/queries/segments'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { useCurrentSession } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { Count } from './Count'
import { texts } from './texts'
import { useConditionText } from './useConditionText'

type Segment = Schemas['Segment']

export default function SegmentsPage() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { data, error, refetch } = useSegments()
  return (
    <ListPage
      title={t('title')}
      hint={t('hint')}
      actions={
        <>
          <ButtonLink to="/segments/rfm" variant="default">
            {t('rfm')}
          </ButtonLink>
          <ButtonLink to="/segments/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('create')}
          </ButtonLink>
        </>
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
      rowKey={(segment) => segment.id}
      onRowClick={({ id }) => void navigate({ to: '/segments/$segmentId', params: { segmentId: id } })}
      mobile={(segment) => <SegmentCard segment={segment} />}
      empty={
        <EmptyState
          icon={IconUsersGroup}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink to="/segments/new">{t('create')}</ButtonLink>}
        />
      }
    />
  )
}

function useColumns(): ReadonlyArray<Column<Segment>> {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'name', header: t('name'), cell: (segment) => <Name segment={segment} /> },
    { id: 'whom', header: t('whom'), cell: (segment) => <Whom segment={segment} /> },
    { id: 'size', header: t('size'), align: 'right', cell: ({ id }) => <Count segmentId={id} /> },
    { id: 'changed', header: t('changed'), cell: (segment) => f.dateTime(segment.updatedAt) },
  ]
}

function Name({ segment }: { segment: Segment }) {
  return (
    <TextLink
      to="/segments/$segmentId"
      params={{ segmentId: segment.id }}
      fw={650}
      c="var(--k-text)"
      onClick={(event) => event.stopPropagation()}
    >
      {segment.name}
    </TextLink>
  )
}

function Whom({ segment }: { segment: Segment }) {
  const say = useConditionText()
  return (
    <Text size="sm" c="dimmed" lineClamp={2} maw={420}>
      {say(segment.condition)}
    </Text>
  )
}

function SegmentCard({ segment }: { segment: Segment }) {
  const t = useTexts(texts)
  return (
    <>
      <Name segment={segment} />
      <Whom segment={segment} />
      <Text size="sm" mt={6}>
        {t('size')}: <Count segmentId={segment.id} />
      </Text>
    </>
  )
}
