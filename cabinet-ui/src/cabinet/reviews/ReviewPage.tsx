import { Button, Group, Select, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { type ReviewAct, useReview, useReviewAct, useReviewFilters } from '@/base/api/queries/reviews'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { AdWarning } from '../composer/AdWarning'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Reviews.module.css'
import { Score, Status } from './ReviewsPage'
import { texts } from './texts'

type Detail = Schemas['ReviewDetail']

/** A review with its purchase, its member, and all that happened to it. */
export default function ReviewPage() {
  const t = useTexts(texts)
  const { reviewId } = useParams({ from: '/cabinet/reviews/$reviewId' })
  const { data, error, refetch } = useReview(reviewId)
  const works = useMay('REVIEWS_WORK')
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton h={320} radius="lg" />
  return (
    <>
      <PageHeader
        title={t('reviewOf', { name: data.review.member.name || t(data.review.erased ? 'erased' : 'noName') })}
        above={
          <TextLink to="/reviews" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
      />
      <div className={classes.columns}>
        <Stack gap="md">
          <Said detail={data} />
          {works && !data.review.erased && <Answer reviewId={reviewId} />}
          <History detail={data} />
        </Stack>
        <Stack gap="md">
          <About detail={data} />
          {works && <Work detail={data} />}
        </Stack>
      </div>
    </>
  )
}

function Said({ detail: { review } }: { detail: Detail }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Panel>
      <Group gap="sm" mb="sm">
        <Score review={review} />
        <Text c="dimmed">{t('outOfTen', { day: f.dateTime(review.at) })}</Text>
      </Group>
      {review.comment ? (
        <blockquote className={classes.quote}>{review.comment}</blockquote>
      ) : (
        <Text c="dimmed">{t(review.removed ? 'wordsRemoved' : 'noWords')}</Text>
      )}
      {review.reward > 0 && (
        <Text size="sm" mt="sm" c="dimmed">
          {t('rewarded', { amount: f.bonus(review.reward) })}
        </Text>
      )}
    </Panel>
  )
}

function About({ detail: { review } }: { detail: Detail }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Panel title={t('purchase')}>
      <Stack gap={6}>
        <Text>{f.dateTime(review.receipt.at)}</Text>
        {review.receipt.number && <Text size="sm">{t('receiptNumber', { number: review.receipt.number })}</Text>}
        <Text size="sm">{t('paid', { amount: f.money(review.receipt.paid) })}</Text>
        <Text size="sm">{review.store.name}</Text>
        {review.cashier && <Text size="sm">{t('served', { name: review.cashier.name })}</Text>}
        {!review.erased && (
          <TextLink to="/members/$memberId" params={{ memberId: review.member.id }} size="sm">
            {t('openMember')}
          </TextLink>
        )}
      </Stack>
    </Panel>
  )
}

function Work({ detail: { review } }: { detail: Detail }) {
  const t = useTexts(texts)
  const act = useReviewAct(review.id)
  const people = useReviewFilters().data?.people ?? []
  const [removing, setRemoving] = useState(false)
  const set = (status: Schemas['ReviewStatus'], assigneeId?: string) =>
    act.mutate({ what: 'status', status, ...(assigneeId ? { assigneeId } : {}) })
  return (
    <Panel title={t('work')}>
      <Stack gap="sm">
        <div>
          <Status review={review} />
        </div>
        <Select
          label={t('assignee')}
          placeholder={t('nobody')}
          searchable
          allowDeselect={false}
          value={review.assignee?.id ?? null}
          onChange={(id: string | null) => id && set(review.status === 'NEW' ? 'IN_WORK' : review.status, id)}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {review.status === 'NEW' && (
          <Button onClick={() => set('IN_WORK')} loading={act.isPending}>
            {t('take')}
          </Button>
        )}
        {review.status === 'IN_WORK' && (
          <Button onClick={() => set('DONE')} loading={act.isPending}>
            {t('finish')}
          </Button>
        )}
        {review.status === 'DONE' && !review.removed && (
          <Button variant="default" onClick={() => set('IN_WORK')} loading={act.isPending}>
            {t('again')}
          </Button>
        )}
        {act.error && !removing && <ErrorNote error={act.error} />}
        {!review.removed && review.comment && (
          <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        )}
      </Stack>
      {removing && <Removing reviewId={review.id} onClose={() => setRemoving(false)} />}
    </Panel>
  )
}

function Removing({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const t = useTexts(texts)
  const act = useReviewAct(reviewId)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  function send() {
    setAsked(true)
    const why: ReviewAct = { what: 'remove', reason: reason.trim() }
    if (why.reason) act.mutate(why, { onSuccess: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={t('removeTitle')}>
      <Form onSubmit={send} submit={t('remove')} busy={act.isPending} error={act.error} danger>
        <Text>{t('removeText')}</Text>
        <Textarea
          label={t('reason')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && !reason.trim() && t('reasonMissing')}
        />
      </Form>
    </Dialog>
  )
}

function Answer({ reviewId }: { reviewId: string }) {
  const t = useTexts(texts)
  const act = useReviewAct(reviewId)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  function send() {
    setAsked(true)
    if (!text.trim()) return
    act.mutate(
      { what: 'answer', text: text.trim() },
      {
        onSuccess: () => {
          setText('')
          setAsked(false)
          toast.success(t('answerSent'))
        },
      },
    )
  }
  return (
    <Panel title={t('answer')} hint={t('answerHint')}>
      <Form onSubmit={send} submit={t('sendAnswer')} busy={act.isPending} error={act.error}>
        <Textarea
          aria-label={t('answer')}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={asked && !text.trim() && t('answerMissing')}
        />
        <AdWarning text={text} />
      </Form>
    </Panel>
  )
}

function History({ detail }: { detail: Detail }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Panel title={t('history')}>
      <Stack gap="md">
        {detail.events.map((event, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its end
          <div key={at}>
            <Text size="sm" c="dimmed">
              {f.dateTime(event.at)}
              {event.by && ` · ${event.by}`}
            </Text>
            <Text>{t(`event.${event.kind}`)}</Text>
            {event.detail && (
              <Text size="sm" className={classes.words}>
                {event.detail}
              </Text>
            )}
            {event.words && <blockquote className={classes.quote}>{event.words}</blockquote>}
            {event.kind === 'ANSWERED' && (
              <Text size="sm" c="dimmed">
                {t(`sent.${event.outcome ?? 'WAY'}`)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
