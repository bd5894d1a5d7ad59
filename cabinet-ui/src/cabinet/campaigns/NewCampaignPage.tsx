import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCampaignDraft } from '@/base/api/queries/campaignDrafts'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../layout/links'
import { CampaignEditor } from './CampaignEditor'
import classes from './Campaigns.module.css'
import { chosenFrom } from './chosen'
import { contentOf, emptyContent } from './content'
import { PlannedCampaign } from './PlannedCampaign'
import { texts } from './texts'

/** What the page was opened with; a draft that it makes itself does not open it anew. */
type Opened = { id: string | undefined; read?: Schemas['CampaignDraft']; turn: number }

/** A new campaign, or a draft that is gone on with. */
export default function NewCampaignPage() {
  const search = useSearch({ from: '/cabinet/campaigns/new' })
  const [opened, open] = useState<Opened>({ id: search.draft, turn: 0 })
  const { data, error, refetch } = useCampaignDraft(opened.read ? undefined : opened.id)
  const draft = opened.read ?? data
  if (opened.id && error) {
    return (
      <>
        <Heading />
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (opened.id && !draft) return <Skeleton h={400} radius="lg" />
  if (draft?.planned) return <PlannedCampaign draft={draft} />
  return (
    <>
      <Heading />
      <CampaignEditor
        key={opened.turn}
        first={draft}
        begins={draft ? contentOf(draft) : emptyContent(chosenFrom(search))}
        onLook={(theirs) => open(({ turn }) => ({ id: theirs.id, read: theirs, turn: turn + 1 }))}
      />
    </>
  )
}

function Heading() {
  const t = useTexts(texts)
  return (
    <PageHeader
      title={t('create')}
      hint={t('newHint')}
      above={
        <TextLink to="/campaigns" size="sm" mb={8} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden />
          {t('back')}
        </TextLink>
      }
    />
  )
}
