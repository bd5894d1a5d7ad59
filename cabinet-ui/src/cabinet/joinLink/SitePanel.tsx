import { Skeleton, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangePlaceSettings, usePlaceSettings } from '@/base/api/queries/placeSettings'
import { CopyField } from '@/base/components/CopyField'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { texts } from './siteTexts'

type Props = { joinUrl: string; slug: string }

/** The sign-up form for the shop's own site, and what members may do at their own place. */
export function SitePanel(props: Props) {
  const may = useMay('SHOP')
  const settings = usePlaceSettings(may)
  if (!may) return null
  if (settings.data) return <Fields {...props} settings={settings.data} />
  if (settings.error) return <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
  return <Skeleton h={260} mt="md" radius="lg" />
}

function Fields({ joinUrl, slug, settings }: Props & { settings: Schemas['PlaceSettings'] }) {
  const t = useTexts(texts)
  const save = useChangePlaceSettings()
  const [sites, setSites] = useState(settings.sites.join('\n'))
  const [birthday, setBirthday] = useState(settings.ownBirthday)
  const refused = save.error instanceof ApiError ? save.error : undefined
  const snippet = `<script src="${new URL('/embed.js', joinUrl)}" data-shop="${slug}" async></script>`

  function submit() {
    const typed = sites
      .split(/\s+/)
      .filter(Boolean)
      .map((one) => (one.includes('://') ? one : `https://${one}`))
    save.mutate(
      { ownBirthday: birthday, sites: typed },
      {
        onSuccess: (now) => {
          setSites(now.sites.join('\n'))
          toast.success(t('saved'))
        },
      },
    )
  }

  return (
    <Panel mt="md" title={t('title')} hint={t('hint')}>
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={save.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : save.error}
      >
        <Textarea
          label={t('sites')}
          description={t('sitesHint')}
          autosize
          minRows={2}
          maxRows={10}
          maw={520}
          value={sites}
          onChange={(event) => setSites(event.currentTarget.value)}
          error={refused?.fieldError('sites')}
        />
        {settings.sites.length > 0 && <CopyField label={t('snippet')} value={snippet} mono />}
        <Switch
          label={t('birthday')}
          description={t('birthdayHint')}
          checked={birthday}
          onChange={(event) => setBirthday(event.currentTarget.checked)}
        />
      </Form>
    </Panel>
  )
}
