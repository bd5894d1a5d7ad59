import { Button, Group, Progress, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type BulkJob, underWay, useBulkJob, useBulkJobs, useUndoBulkJob } from '@/base/api/queries/bulk'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { TextLink } from '../../layout/links'
import classes from './Bulk.module.css'
import { texts } from './texts'

/** What was done to many at once: how far it has come, whom it failed for, and the way back. */
export function BulkJobsDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const { data, error, refetch } = useBulkJobs()
  useListAfter(Boolean(data?.items.some(underWay)))
  return (
    <Dialog onClose={onClose} title={t('jobsTitle')} size="lg">
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <EmptyState icon={IconChecks} title={t('none')} text={t('noneText')} />}
      <ul className={classes.jobs} aria-label={t('jobsTitle')}>
        {data?.items.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
    </Dialog>
  )
}

/** The list behind is read anew when the last one under way is through. */
function useListAfter(busy: boolean) {
  const client = useQueryClient()
  useEffect(() => {
    if (!busy) void client.invalidateQueries({ queryKey: ['members'] })
  }, [busy, client])
}

function useWhat(job: BulkJob) {
  const t = useTexts(texts)
  const f = useFormat()
  const kind = t(`kind.${job.kind}`)
  const detail = job.tag ?? (job.amount === undefined ? job.reason : t('bonuses', { amount: f.bonus(job.amount) }))
  return detail ? t('what', { kind, detail }) : kind
}

function Job({ job }: { job: BulkJob }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const undo = useUndoBulkJob()
  const what = useWhat(job)
  const [open, setOpen] = useState(false)
  const { FAILED = 0, KEPT = 0 } = job.outcomes
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={650}>{what}</Text>
          <Text size="sm" c="dimmed">
            {t('by', { date: f.dateTime(job.startedAt), author: job.author })}
          </Text>
        </div>
        {job.state === 'DONE' && Boolean(job.outcomes.CHANGED) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('undoNamed', { what })}
            loading={undo.isPending}
            onClick={() => undo.mutate(job.id)}
          >
            {t('undo')}
          </Button>
        )}
      </Group>
      <State job={job} />
      {undo.error && <ErrorNote error={undo.error} />}
      {FAILED + KEPT > 0 && !underWay(job) && (
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('showFailed')}
        </Button>
      )}
      {open && <Failures jobId={job.id} />}
    </li>
  )
}

function State({ job }: { job: BulkJob }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { WAITING = 0, CHANGED = 0, SAME = 0, FAILED = 0, UNDONE = 0, KEPT = 0 } = job.outcomes
  const total = WAITING + CHANGED + SAME + FAILED + UNDONE + KEPT
  const left = job.state === 'UNDOING' ? CHANGED : WAITING
  const n = { done: f.number(total - left), total: f.number(total), left: f.number(left) }
  const rest = [
    SAME > 0 && t('same', { n: f.number(SAME) }),
    FAILED > 0 && t('failed', { n: f.number(FAILED) }),
    KEPT > 0 && t('kept', { n: f.number(KEPT) }),
  ].filter(Boolean)
  const state = t(`state.${job.state}`, { ...n, changed: f.number(CHANGED), undone: f.number(UNDONE) })
  return (
    <>
      <Text size="sm" role="status">
        {[state, ...rest].join(' · ')}
      </Text>
      {underWay(job) && <Progress mt={6} value={((total - left) / total) * 100} aria-label={state} />}
    </>
  )
}

const KNOWN = ['MEMBER_NOT_FOUND', 'TOO_MANY_TAGS', 'AMOUNT_TOO_LARGE', 'NOTHING_TO_VOID', 'INTERNAL'] as const

function Failures({ jobId }: { jobId: string }) {
  const t = useTexts(texts)
  const { data, error } = useBulkJob(jobId, true)
  if (error) return <ErrorNote error={error} />
  return (
    <ul className={classes.failures}>
      {data?.failures?.map((one) => {
        const known = KNOWN.find((code) => code === one.code)
        return (
          <li key={one.memberId}>
            {one.name ? (
              <TextLink to="/members/$memberId" params={{ memberId: one.memberId }}>
                {one.name}
              </TextLink>
            ) : (
              t('nobody')
            )}{' '}
            <Text span size="sm" c="dimmed">
              {t(known ? `why.${known}` : 'why.other')}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
