import { Skeleton } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useProgram, useWorkingDraft } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { texts } from './base/texts'
import { DraftEditor } from './draft/DraftEditor'

/** The program being changed; the owner's. */
export default function DraftPage() {
  return useMay('PROGRAM_CHANGE') ? <Draft /> : <Navigate to="/program" replace />
}

function Draft() {
  const t = useTexts(texts)
  const draft = useWorkingDraft()
  const program = useProgram()
  const error = draft.error ?? program.error
  // Fresh, not merely there: forms must not begin from what another page left in the cache.
  if (draft.data && program.data && !(draft.isFetching && !draft.isFetchedAfterMount)) {
    const colors = new Map(program.data.tiers.map((tier) => [tier.id, tier.color ?? '']))
    return <DraftEditor key={draft.data.id ?? 'in force'} loaded={draft.data} colors={colors} />
  }
  return (
    <>
      <PageHeader title={t('draftTitle')} hint={t('draftHint')} />
      {error ? (
        <ErrorNote error={error} onRetry={() => void Promise.all([draft.refetch(), program.refetch()])} />
      ) : (
        <Skeleton h={480} radius="lg" />
      )}
    </>
  )
}
