import { Button, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAudience } from '@/base/api/queries/campaigns'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { CampaignFacts } from './CampaignFacts'
import classes from './Campaigns.module.css'
import { requestOf } from './chosen'
import { contentOf } from './content'
import { CallOff } from './DraftsPanel'
import { texts as draftTexts } from './draftTexts'
import { tailOf } from './EridField'
import { texts } from './texts'

/** A campaign that waits for its time: it can be read, and stays as it is until somebody calls it off. */
export function PlannedCampaign({ draft }: { draft: Schemas['CampaignDraft'] }) {
  const t = useTexts(texts)
  const td = useTexts(draftTexts)
  const { merchantName } = useCurrentSession()
  const [callingOff, setCallingOff] = useState(false)
  const content = contentOf(draft)
  const audience = useAudience({ ...requestOf(content.chosen), ways: content.ways.kinds, parts: 1 }).data
  const reached =
    audience && audience.withWallet + (audience.beside ?? []).reduce((all, { members }) => all + members, 0)
  return (
    <>
      <PageHeader
        title={content.name.trim() || td('unnamed')}
        hint={td('plannedHint', { name: draft.updatedBy })}
        above={
          <TextLink to="/campaigns" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={
          <Button variant="default" onClick={() => setCallingOff(true)}>
            {td('callOff')}
          </Button>
        }
      />
      <Panel>
        <Stack>
          <CampaignFacts
            content={content}
            campaign={draft.campaign}
            reached={reached}
            percent={content.holdOut.percent ?? 0}
            tail={content.erid ? `\n${tailOf(merchantName, content.erid)}` : ''}
            next={draft.nextOn}
          />
        </Stack>
      </Panel>
      {callingOff && <CallOff draft={draft} onClose={() => setCallingOff(false)} />}
    </>
  )
}
