import { Button, Group, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCallOffDraft, useCampaignDrafts, useDeleteDraft } from '@/base/api/queries/campaignDrafts'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Campaigns.module.css'
import { texts } from './draftTexts'
import { useAudienceName } from './useAudienceName'
import { useWhen } from './useWhen'

type Draft = Schemas['CampaignDraft']
type Asked = { what: 'delete' | 'callOff'; draft: Draft }

/** What has not begun: plans with their time, and drafts to go on with. */
export function DraftsPanel() {
  const t = useTexts(texts)
  const { data, error } = useCampaignDrafts()
  const [asked, ask] = useState<Asked>()
  if (error && !data) return <ErrorNote error={error} />
  if (!data?.items.length) return null
  return (
    <section className={classes.planned} aria-label={t('title')}>
      <Title order={2} size="h4" mb="xs">
        {t('title')}
      </Title>
      <ul className={classes.drafts}>
        {data.items.map((draft) => (
          <Row key={draft.id} draft={draft} onAsk={ask} />
        ))}
      </ul>
      {asked?.what === 'callOff' && <CallOff draft={asked.draft} onClose={() => ask(undefined)} />}
      {asked?.what === 'delete' && <Delete draft={asked.draft} onClose={() => ask(undefined)} />}
    </section>
  )
}

function useName() {
  const t = useTexts(texts)
  return ({ campaign }: Draft) => campaign.name?.trim() || t('unnamed')
}

function Row({ draft, onAsk }: { draft: Draft; onAsk: (asked: Asked) => void }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const name = useName()(draft)
  const when = useWhen()
  const audienceName = useAudienceName()
  return (
    <li>
      <div>
        <TextLink to="/campaigns/new" search={{ draft: draft.id }} fw={650} c="var(--k-text)">
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {audienceName(draft.campaign)} ·{' '}
          {draft.planned
            ? t('planned', { when: when(draft.when, draft.nextOn) })
            : t('kept', { name: draft.updatedBy, date: f.dateTime(draft.updatedAt) })}
        </Text>
        {draft.failedWhy && (
          <Text size="sm" c="var(--mantine-color-red-text)">
            <Failed why={draft.failedWhy} />
          </Text>
        )}
      </div>
      <Group gap="xs">
        {draft.planned ? (
          <Button
            size="xs"
            variant="default"
            aria-label={`${t('callOff')}: ${name}`}
            onClick={() => onAsk({ what: 'callOff', draft })}
          >
            {t('callOff')}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="subtle"
            color="red"
            aria-label={t('deleteNamed', { name })}
            onClick={() => onAsk({ what: 'delete', draft })}
          >
            {t('delete')}
          </Button>
        )}
      </Group>
    </li>
  )
}

function Failed({ why }: { why: string }) {
  const t = useTexts(texts)
  const key = `why.${why}`
  return t('failed', { why: t(key in texts ? (key as 'why.MISSED') : 'why.other') })
}

type DialogProps = { draft: Draft; onClose: () => void }

/** It opens as a draft then, to be changed. */
export function CallOff({ draft, onClose }: DialogProps) {
  const t = useTexts(texts)
  const name = useName()(draft)
  const navigate = useNavigate()
  const callOff = useCallOffDraft()
  return (
    <ConfirmDialog
      title={t('callOffTitle')}
      text={t('callOffText', { name })}
      confirmLabel={t('callOff')}
      busy={callOff.isPending}
      error={callOff.error}
      onClose={onClose}
      onConfirm={() =>
        callOff.mutate(draft.id, {
          onSuccess: () => {
            toast.success(t('calledOff'))
            onClose()
            void navigate({ to: '/campaigns/new', search: { draft: draft.id } })
          },
        })
      }
    />
  )
}

function Delete({ draft, onClose }: DialogProps) {
  const t = useTexts(texts)
  const name = useName()(draft)
  const remove = useDeleteDraft()
  return (
    <ConfirmDialog
      title={t('deleteTitle')}
      text={t('deleteText', { name })}
      confirmLabel={t('delete')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(draft.id, { onSuccess: onClose })}
    />
  )
}
