import { Badge, Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconPencil } from '@tabler/icons-react'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { isChanged, useProgramDrafts } from '@/base/api/queries/program'
import { useWhatIfs } from '@/base/api/queries/whatIf'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { OneRun } from './whatif/Run'
import { StartForm } from './whatif/StartForm'
import { texts } from './whatif/texts'
import { usePeriodText } from './whatif/usePeriodText'
import classes from './whatif/WhatIf.module.css'

/** Past receipts under the changes that are being prepared; for the owner and the marketer. */
export default function WhatIfPage() {
  const owner = useMay('PROGRAM_CHANGE')
  return useMay('PROGRAM_STUDY') ? <WhatIf owner={owner} /> : <Navigate to="/program" replace />
}

function WhatIf({ owner }: { owner: boolean }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { run } = useSearch({ from: '/cabinet/program/draft/what-if' })
  const drafts = useProgramDrafts(true)
  const runs = useWhatIfs()
  const error = drafts.error ?? runs.error
  const draft = drafts.data?.items.find(isChanged)
  const shown = run ?? runs.data?.items.find((one) => one.draftId === draft?.id)?.id
  const show = (id: string) => void navigate({ to: '/program/draft/what-if', search: { run: id } })
  return (
    <>
      <PageHeader
        above={
          <TextLink to={owner ? '/program/draft' : '/program'} size="sm" fw={600}>
            <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
            {t(owner ? 'back' : 'backToProgram')}
          </TextLink>
        }
        title={t('title')}
        hint={t('hint')}
      />
      <Stack gap="md">
        {error && <ErrorNote error={error} onRetry={() => void Promise.all([drafts.refetch(), runs.refetch()])} />}
        {!error && !(drafts.data && runs.data) && <Skeleton h={180} radius="lg" />}
        {drafts.data && (draft ? <StartForm draftId={draft.id} onStarted={show} /> : <Nothing owner={owner} />)}
        {drafts.data && shown && <OneRun key={shown} id={shown} draft={draft} onStarted={show} />}
        <Earlier runs={runs.data?.items ?? []} shown={shown} onShow={show} />
      </Stack>
    </>
  )
}

function Nothing({ owner }: { owner: boolean }) {
  const t = useTexts(texts)
  return (
    <Panel>
      <EmptyState
        icon={IconPencil}
        title={t('nothing')}
        text={t('nothingText')}
        action={owner && <ButtonLink to="/program/draft">{t('edit')}</ButtonLink>}
      />
    </Panel>
  )
}

type EarlierProps = {
  runs: NonNullable<ReturnType<typeof useWhatIfs>['data']>['items']
  shown: string | undefined
  onShow: (id: string) => void
}

/** What was asked before, to come back to. */
function Earlier({ runs, shown, onShow }: EarlierProps) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const period = usePeriodText()
  if (!runs.some((run) => run.id !== shown)) return null
  return (
    <Panel title={t('earlier')}>
      <ul className={classes.runs}>
        {runs.map((run) => (
          <li key={run.id}>
            <div>
              <Text fw={600}>{period(run)}</Text>
              <Text size="sm" c="dimmed">
                {t('madeBy', { date: f.dateTime(run.createdAt), name: run.createdBy })} · {t(`state.${run.state}`)}
              </Text>
            </div>
            {run.id === shown ? (
              <Badge>{t('shown')}</Badge>
            ) : (
              <Button
                size="compact-md"
                variant="light"
                aria-label={`${t('show')}: ${period(run)}, ${f.dateTime(run.createdAt)}`}
                onClick={() => onShow(run.id)}
              >
                {t('show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
