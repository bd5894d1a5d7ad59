import { Skeleton } from '@mantine/core'
import { useDesignDraft } from '@/base/api/queries/design'
import { useProgram } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { DesignEditor } from './DesignEditor'
import { texts } from './texts'

/** The look of the card: a draft beside a live picture of both phones. */
export default function DesignPage() {
  const t = useTexts(texts)
  const draft = useDesignDraft()
  const program = useProgram()
  const error = draft.error ?? program.error
  // Fresh, not merely there: a form must not begin from what another page left in the cache.
  if (draft.data && program.data && !(draft.isFetching && !draft.isFetchedAfterMount)) {
    const tiers = [...program.data.tiers].sort((a, b) => a.rank - b.rank)
    return <DesignEditor draft={draft.data} tiers={tiers} />
  }
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {error ? (
        <ErrorNote error={error} onRetry={() => void Promise.all([draft.refetch(), program.refetch()])} />
      ) : (
        <Skeleton h={560} radius="lg" />
      )}
    </>
  )
}
