import { Stack } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { SamplePreview } from '../composer/SamplePreview'
import { withoutBraces } from '../composer/smsParts'
import { tierOf } from './chosen'
import { type Draft, wordsBy } from './draft'
import { OnMember } from './OnMember'
import { PreviewMember } from './PreviewMember'
import { texts } from './previewTexts'

/** A campaign as it will be seen: by an invented customer, or by a member of the shop. */
export function CampaignPreview({ draft }: { draft: Draft }) {
  const t = useTexts(texts)
  const [member, choose] = useState<{ id: string; name: string } | null>(null)
  const { content, tail } = draft
  return (
    <Panel title={t('title')}>
      <Stack gap="sm">
        <PreviewMember onChange={choose} />
        {member ? (
          <OnMember key={member.id} content={content} member={member} />
        ) : (
          <SamplePreview text={withoutBraces(wordsBy(content, 'CARD')) + tail} tierId={tierOf(content.chosen)} />
        )}
      </Stack>
    </Panel>
  )
}
