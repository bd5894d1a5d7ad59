import { Badge, Select, Text } from '@mantine/core'
import { IconMessageStar } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { type ReviewFilter, useReviewFilters } from '@/base/api/queries/reviews'
import { useList } from '@/base/api/useList'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { SearchBox } from '@/base/list/SearchBox'
import { useListSearch } from '@/base/list/useListSearch'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { ViewsMenu } from '../views/ViewsMenu'
import classes from './Reviews.module.css'
import { texts } from './texts'

type Review = Schemas['Review']

const nothing: ReviewFilter = {}
const cleared = {
  status: undefined,
  score: undefined,
  storeId: undefined,
  cashierId: undefined,
  assigneeId: undefined,
  late: undefined,
  search: undefined,
}

/** What customers said, and how far the shop is with it. */
export default function ReviewsPage() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const filter: ReviewFilter = useSearch({ from: '/cabinet/reviews' }) ?? nothing
  const changeFilter = useListSearch<ReviewFilter>('/reviews', filter)
  const reviews = useList('/reviews', filter)
  const setting = useMay('REVIEWS_SET')
  return (
    <ListPage
      title={t('title')}
      hint={t('hint')}
      actions={
        <>
          <ViewsMenu
            list="REVIEWS"
            now={filter}
            starters={[
              { name: t('view.fresh'), state: { status: 'NEW' } },
              { name: t('view.bad'), state: { score: 'BAD' } },
              { name: t('view.late'), state: { late: true } },
            ]}
            onChoose={(state) => changeFilter({ ...cleared, ...state })}
          />
          <ButtonLink to="/reviews/figures" variant="default">
            {t('toFigures')}
          </ButtonLink>
          {setting && (
            <ButtonLink to="/reviews/settings" variant="default">
              {t('toSettings')}
            </ButtonLink>
          )}
        </>
      }
      filters={<Filters filter={filter} onChange={changeFilter} />}
      columns={useColumns()}
      rows={reviews}
      rowKey={(review) => review.id}
      onRowClick={(review) => void navigate({ to: '/reviews/$reviewId', params: { reviewId: review.id } })}
      mobile={(review) => <ReviewCard review={review} />}
      empty={
        <EmptyState
          icon={IconMessageStar}
          title={t('none')}
          text={t(setting ? 'noneOwner' : 'noneText')}
          {...(setting ? { action: <ButtonLink to="/reviews/settings">{t('toSettings')}</ButtonLink> } : {})}
        />
      }
    />
  )
}

function useColumns(): ReadonlyArray<Column<Review>> {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'score', header: t('score'), width: 90, cell: (review) => <Score review={review} /> },
    { id: 'words', header: t('words'), cell: (review) => <Words review={review} /> },
    { id: 'when', header: t('when'), width: 170, cell: (review) => f.dateTime(review.at) },
    { id: 'where', header: t('where'), width: 190, cell: (review) => <Where review={review} /> },
    { id: 'status', header: t('status'), width: 190, cell: (review) => <Status review={review} /> },
  ]
}

export function Score({ review }: { review: Pick<Review, 'score' | 'bad'> }) {
  return (
    <span className={classes.score} data-bad={review.bad || undefined}>
      {review.score}
    </span>
  )
}

function Words({ review }: { review: Review }) {
  const t = useTexts(texts)
  return (
    <div className={classes.words}>
      <TextLink to="/reviews/$reviewId" params={{ reviewId: review.id }} fw={600}>
        {review.member.name || t(review.erased ? 'erased' : 'noName')}
      </TextLink>
      <Text size="sm" lineClamp={3} c={review.comment ? undefined : 'dimmed'}>
        {review.comment || t(review.removed ? 'wordsRemoved' : 'noWords')}
      </Text>
    </div>
  )
}

function Where({ review }: { review: Review }) {
  return (
    <>
      {review.store.name}
      {review.cashier && (
        <Text size="sm" c="dimmed">
          {review.cashier.name}
        </Text>
      )}
    </>
  )
}

/** How far it is; of what waits, until when. */
export function Status({ review }: { review: Review }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const color = { NEW: 'grape', IN_WORK: 'blue', DONE: 'gray' }[review.status]
  return (
    <>
      <Badge variant="light" color={color} tt="none">
        {t(`status.${review.status}`)}
      </Badge>
      {review.status !== 'DONE' && (
        <Text size="sm" c={review.late ? 'var(--mantine-color-red-text)' : 'dimmed'}>
          {t(review.late ? 'lateSince' : 'answerBy', { day: f.dateTime(review.answerBy) })}
        </Text>
      )}
      {review.assignee && (
        <Text size="sm" c="dimmed">
          {review.assignee.name}
        </Text>
      )}
    </>
  )
}

function ReviewCard({ review }: { review: Review }) {
  const f = useFormat(useCurrentSession().zone)
  return (
    <div style={{ minWidth: 0 }}>
      <Score review={review} /> <Words review={review} />
      <Text size="sm" c="dimmed">
        {f.dateTime(review.at)} · {review.store.name}
        {review.cashier && ` · ${review.cashier.name}`}
      </Text>
      <Status review={review} />
    </div>
  )
}

type FilterProps = { filter: ReviewFilter; onChange: (part: Partial<ReviewFilter>) => void }

function Filters({ filter, onChange }: FilterProps) {
  const t = useTexts(texts)
  const known = useReviewFilters().data
  const cashiers = (known?.cashiers ?? []).filter((one) => !filter.storeId || one.storeId === filter.storeId)
  const named = (all: ReadonlyArray<{ id: string; name: string }>) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={filter.search}
        onSearch={(search) => onChange({ search } as Partial<ReviewFilter>)}
      />
      <Select
        aria-label={t('score')}
        placeholder={t('anyScore')}
        clearable
        value={filter.score ?? null}
        onChange={(score) => onChange({ score: (score ?? undefined) as never })}
        data={(['BAD', 'PROMOTERS', 'PASSIVES', 'DETRACTORS'] as const).map((value) => ({
          value,
          label: t(`score.${value}`),
        }))}
      />
      <Select
        aria-label={t('status')}
        placeholder={t('anyStatus')}
        clearable
        value={filter.status ?? null}
        onChange={(status) => onChange({ status: (status ?? undefined) as never })}
        data={(['NEW', 'IN_WORK', 'DONE'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select
        aria-label={t('store')}
        placeholder={t('anyStore')}
        clearable
        searchable
        value={filter.storeId ?? null}
        onChange={(storeId) => onChange({ storeId: storeId ?? undefined, cashierId: undefined } as never)}
        data={named(known?.stores ?? [])}
      />
      <Select
        aria-label={t('cashier')}
        placeholder={t('anyCashier')}
        clearable
        searchable
        value={filter.cashierId ?? null}
        onChange={(cashierId) => onChange({ cashierId: cashierId ?? undefined } as never)}
        data={named(cashiers)}
      />
      <Select
        aria-label={t('assignee')}
        placeholder={t('anyAssignee')}
        clearable
        searchable
        value={filter.assigneeId ?? null}
        onChange={(assigneeId) => onChange({ assigneeId: assigneeId ?? undefined } as never)}
        data={named(known?.people ?? [])}
      />
    </>
  )
}
