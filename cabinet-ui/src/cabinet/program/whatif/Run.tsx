import { Alert, Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { isOpen, useRemoveWhatIf, useStartWhatIf, useWhatIf } from '@/base/api/queries/whatIf'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { plusDays, today } from '../base/days'
import { Result } from './Result'
import { texts } from './texts'
import { useMinutesLeft } from './useMinutesLeft'
import { usePeriodText } from './usePeriodText'

type Run = Schemas['WhatIf']
type Draft = Schemas['ProgramDraftHead']
type Props = { id: string; draft: Draft | undefined; onStarted: (runId: string) => void }

/** One replay: how far it is, or what came of it. */
export function OneRun({ id, draft, onStarted }: Props) {
  const t = useTexts(texts)
  const { data: run, error, refetch } = useWhatIf(id)
  if (error && !run) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!run) return <Skeleton h={180} radius="lg" />
  if (isOpen(run)) return <Running run={run} />
  const again = draft && <Again run={run} draft={draft} onStarted={onStarted} />
  if (run.state === 'CANCELLED' || run.state === 'FAILED') {
    return (
      <Alert
        color={run.state === 'FAILED' ? 'red' : 'yellow'}
        variant="light"
        role="alert"
        title={t(run.state === 'FAILED' ? 'failed' : 'stopped')}
      >
        <Stack gap="sm" align="flex-start">
          {run.state === 'FAILED' && <Text c="var(--k-text)">{t(failure(run.error))}</Text>}
          {again}
        </Stack>
      </Alert>
    )
  }
  return (
    <Stack gap="md">
      <About run={run} />
      <Overtaken run={run} draft={draft}>
        {again}
      </Overtaken>
      {run.result && <Result result={run.result} bonusValueBp={run.bonusValueBp} />}
    </Stack>
  )
}

function failure(code: string | null | undefined) {
  return code === 'INTERRUPTED' || code === 'PROGRAM_INVALID' ? (`error.${code}` as const) : 'error.INTERNAL'
}

function About({ run }: { run: Run }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const period = usePeriodText()
  return (
    <div>
      <Text fw={650}>{period(run)}</Text>
      <Text size="sm" c="dimmed">
        {t('madeBy', { date: f.dateTime(run.createdAt), name: run.createdBy })}
      </Text>
    </div>
  )
}

/** Says when the figures are not those of what is being prepared now. */
function Overtaken({ run, draft, children }: { run: Run; draft: Draft | undefined; children: React.ReactNode }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const gone = draft?.id !== run.draftId
  if (!gone && draft && draft.updatedAt <= run.createdAt) return null
  return (
    <Alert color="yellow" variant="light" role="status" title={t(gone ? 'gone' : 'changed')}>
      <Group justify="space-between" gap="sm">
        <Text c="var(--k-text)">
          {gone || !draft
            ? t('goneText')
            : t('changedText', { name: draft.updatedBy, date: f.dateTime(draft.updatedAt) })}
        </Text>
        {children}
      </Group>
    </Alert>
  )
}

/** The same question about the draft as it is now. */
function Again({ run, draft, onStarted }: { run: Run; draft: Draft; onStarted: (runId: string) => void }) {
  const t = useTexts(texts)
  const { zone } = useCurrentSession()
  const start = useStartWhatIf()
  const body = {
    draftId: draft.id,
    from: today(new Date(run.from), zone),
    to: plusDays(today(new Date(Date.parse(run.to) - 1), zone), 1),
    sample: run.sample,
    spending: run.spending,
    bonusValueBp: run.bonusValueBp,
  }
  return (
    <>
      {start.error && <ErrorNote error={start.error} />}
      <Button
        variant="default"
        loading={start.isPending}
        onClick={() => start.mutate(body, { onSuccess: (next) => onStarted(next.id) })}
      >
        {t('again')}
      </Button>
    </>
  )
}

function Running({ run }: { run: Run }) {
  const t = useTexts(texts)
  const f = useFormat()
  const period = usePeriodText()
  const remove = useRemoveWhatIf()
  const minutes = useMinutesLeft(run.progress)
  const { done, total } = run.progress
  const counted = run.state === 'RUNNING' && total > 0
  const left = minutes === undefined ? '' : minutes < 1 ? t('leftSeconds') : t('leftMinutes', { count: minutes })
  return (
    <Panel title={period(run)}>
      <Stack gap="sm">
        <Progress
          value={counted ? run.progress.percent : 100}
          animated={!counted}
          striped={!counted}
          size="lg"
          radius="xl"
          aria-label={period(run)}
        />
        <Text fw={600} aria-live="polite">
          {counted
            ? [t('progress', { done: f.number(done), total: f.number(total) }), left].filter(Boolean).join(', ')
            : t(run.state === 'QUEUED' ? (run.startedAt ? 'starting' : 'queued') : 'counting')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('mayLeave')}
        </Text>
        {remove.error && <ErrorNote error={remove.error} />}
        <Group>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(run.id)}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
