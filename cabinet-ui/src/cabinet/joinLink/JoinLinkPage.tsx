import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconExternalLink, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { CopyField } from '@/base/components/CopyField'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { type Locale, useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './JoinLink.module.css'
import { Poster } from './Poster'
import { texts } from './texts'

export default function JoinLinkPage() {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const [language, setLanguage] = useState<Locale>(useLocale())
  const joinUrl = session.joinUrl ?? `${window.location.origin}/join/${session.merchantSlug}`

  return (
    <>
      <div className={classes.screenOnly}>
        <PageHeader title={t('title')} hint={t('hint')} />
        <Stack gap="md">
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
        </Stack>
      </div>
      <Panel
        mt="md"
        className={classes.posterPanel}
        title={t('poster')}
        hint={t('posterHint')}
        actions={
          <Group gap="sm">
            <SegmentedControl
              aria-label={t('posterLanguage')}
              value={language}
              onChange={(value) => setLanguage(value as Locale)}
              data={[
                { value: 'ru', label: 'RU' },
                { value: 'en', label: 'EN' },
              ]}
            />
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </Group>
        }
      >
        <Poster url={joinUrl} shop={session.merchantNames?.[language] || session.merchantName} language={language} />
      </Panel>
    </>
  )
}
