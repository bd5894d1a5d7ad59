import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useProgramDiff, useProgramWaiting, usePublishProgram } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { texts } from '../base/texts'
import type { Editing } from '../editing/useDraftEditing'
import { Changes } from '../history/Changes'
import { When } from './When'

/** Says what will change before it does, now or from a moment on. */
export function PublishDialog({ edit, id, onClose }: { edit: Editing; id: string; onClose: () => void }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { revision } = edit.draft
  const diff = useProgramDiff(id, revision, true)
  const waiting = useProgramWaiting().data
  const publish = usePublishProgram(id)
  const [at, setAt] = useState<string>()
  const refused = publish.error instanceof ApiError ? publish.error : undefined
  const overtaken = refused?.code === 'DRAFT_OUTDATED'
  const outdated = edit.draft.outdated || overtaken
  const mistakes = edit.problems.filter((one) => one.severity === 'ERROR').length
  const nothing = diff.data?.changes.length === 0
  const moment = refused?.fieldError('at')

  function go() {
    publish.mutate(
      { revision, force: outdated, at },
      {
        onSuccess: () => {
          toast.success(t(at === undefined ? 'published' : 'planned'))
          void navigate({ to: '/program', ignoreBlocker: true })
        },
        onError: () => void diff.refetch(),
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={t('publishTitle')} size="lg">
      <Stack>
        <Against mistakes={mistakes} outdated={outdated} waitsUntil={waiting?.at} />
        {diff.isPending && <Loader role="status" aria-label={t('publishTitle')} />}
        {diff.data && !nothing && !waiting && <When value={at} onChange={setAt} error={moment} />}
        {diff.data && (
          <Text>{t(nothing ? 'publishNothing' : at === undefined ? 'publishText' : 'publishTextLater')}</Text>
        )}
        {diff.data && !nothing && <Changes of={diff.data} more={t('publishMore')} />}
        {diff.error && <ErrorNote error={diff.error} onRetry={() => void diff.refetch()} />}
        {publish.error && !overtaken && !moment && <ErrorNote error={publish.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            disabled={mistakes > 0 || nothing || !diff.data || Boolean(waiting)}
            loading={publish.isPending}
            onClick={go}
          >
            {t(at !== undefined ? 'publishLater' : outdated ? 'publishAnyway' : 'publishNow')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

type AgainstProps = { mistakes: number; outdated: boolean; waitsUntil: string | undefined }

/** What speaks against it. */
function Against({ mistakes, outdated, waitsUntil }: AgainstProps) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <>
      {waitsUntil && (
        <Alert color="yellow" variant="light">
          <Text c="var(--k-text)">{t('publishWaits', { date: f.dateTime(waitsUntil) })}</Text>
        </Alert>
      )}
      {mistakes > 0 && (
        <Alert color="red" variant="light">
          <Text c="var(--k-text)">{t('publishProblems', { count: mistakes })}</Text>
        </Alert>
      )}
      {outdated && (
        <Alert color="yellow" variant="light" title={t('outdated')}>
          <Text c="var(--k-text)">{t('outdatedText')}</Text>
        </Alert>
      )}
    </>
  )
}
