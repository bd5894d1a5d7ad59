import { Button, Stack } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { CopyField } from '@/base/components/CopyField'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { PrintPanel } from './PrintPanel'
import { SitePanel } from './SitePanel'
import { texts } from './texts'

export default function JoinLinkPage() {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const joinUrl = session.joinUrl ?? `${window.location.origin}/join/${session.merchantSlug}`
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Panel>
        <Stack gap="sm">
          <CopyField label={t('link')} value={joinUrl} />
          <div>
            <Button
              component="a"
              href={joinUrl}
              target="_blank"
              rel="noreferrer"
              variant="subtle"
              px={0}
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              {t('open')}
            </Button>
          </div>
        </Stack>
      </Panel>
      <PrintPanel />
      <SitePanel joinUrl={joinUrl} slug={session.merchantSlug} />
    </>
  )
}
