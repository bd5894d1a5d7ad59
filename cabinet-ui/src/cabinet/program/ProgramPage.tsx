import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isChanged, useProgram, useProgramDrafts } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink } from '../layout/links'
import { useProgramWords } from '../rule/useProgramWords'
import { texts } from './base/texts'
import type { ProgramDoc } from './document/program'
import { HistoryDrawer } from './history/HistoryDrawer'
import { Leaflet } from './leaflet/Leaflet'
import { ReadyPrograms } from './ReadyPrograms'
import { WaitingNote } from './waiting/WaitingNote'

/** The published program, to read. */
export default function ProgramPage() {
  const t = useTexts(texts)
  const text = useLocalText()
  const session = useCurrentSession()
  const f = useFormat(session.zone)
  const [history, setHistory] = useState(false)
  const { data: program, error, refetch } = useProgram()
  const doc = program?.program as ProgramDoc | undefined
  const words = useProgramWords(doc)
  const owner = useMay('PROGRAM_CHANGE')
  const reads = useMay('PROGRAM_STUDY')

  if (error && !program) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={program ? text(program.name) : t('title')}
        hint={
          program ? (
            <>
              {t('hint')}{' '}
              {t('version', { number: program.number ?? program.version, date: f.dateLong(program.publishedAt) })}
            </>
          ) : (
            <Skeleton h={18} w={220} />
          )
        }
        actions={
          <>
            {reads && (
              <Button
                variant="default"
                leftSection={<IconHistory size={18} aria-hidden />}
                onClick={() => setHistory(true)}
              >
                {t('history')}
              </Button>
            )}
            {owner && <ButtonLink to="/program/draft">{t('edit')}</ButtonLink>}
          </>
        }
      />
      {reads && <WaitingNote owner={owner} />}
      {reads && <Pending owner={owner} />}
      {owner && <ReadyPrograms />}
      {program && doc ? (
        <Leaflet
          doc={doc}
          words={words}
          edit={undefined}
          colors={new Map(program.tiers.map((tier) => [tier.id, tier.color ?? '']))}
        />
      ) : (
        <Skeleton h={480} radius="lg" />
      )}
      {history && <History owner={owner} onClose={() => setHistory(false)} />}
    </>
  )
}

function History({ owner, onClose }: { owner: boolean; onClose: () => void }) {
  const navigate = useNavigate()
  return <HistoryDrawer onTaken={owner ? () => void navigate({ to: '/program/draft' }) : undefined} onClose={onClose} />
}

/** Says that changes wait to be published. */
function Pending({ owner }: { owner: boolean }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const draft = useProgramDrafts(true).data?.items.find(isChanged)
  if (!draft) return null
  return (
    <Alert color="yellow" variant="light" mb="md" role="status">
      <Group justify="space-between" gap="sm">
        <Text c="var(--k-text)">{t('pending', { name: draft.updatedBy, date: f.dateTime(draft.updatedAt) })}</Text>
        <ButtonLink to={owner ? '/program/draft' : '/program/draft/what-if'} size="compact-md" variant="default">
          {t(owner ? 'goOn' : 'whatIf')}
        </ButtonLink>
      </Group>
    </Alert>
  )
}
