import { Button, Group, Progress, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { isFinished, useCampaign, useSetCampaignState } from '@/base/api/queries/campaigns'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { smsParts, withoutBraces } from '../composer/smsParts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { BesidePanel } from './BesidePanel'
import { BroughtPanel } from './BroughtPanel'
import classes from './Campaigns.module.css'
import { SavedSum } from './EstimateNote'
import { texts as giftTexts } from './giftTexts'
import { StateBadge } from './StateBadge'
import { texts } from './texts'
import { useAudienceName } from './useAudienceName'

type Campaign = Schemas['Campaign']

/** Progress while it runs, the result afterwards. */
export default function CampaignPage() {
  const t = useTexts(texts)
  const { campaignId } = useParams({ from: '/cabinet/campaigns/$campaignId' })
  const { data: campaign, error, refetch } = useCampaign(campaignId)

  if (error && !campaign) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={campaign?.name ?? '…'}
        hint={campaign ? <Started campaign={campaign} /> : <Skeleton h={18} w={200} />}
        above={
          <TextLink to="/campaigns" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={campaign && !isFinished(campaign.state) && <Controls campaign={campaign} />}
      />
      {campaign ? (
        <Stack gap="md">
          <ProgressPanel campaign={campaign} />
          {campaign.total > 0 && <BroughtPanel campaignId={campaign.id} />}
          <BesidePanel campaign={campaign} />
          <Outcome campaign={campaign} />
        </Stack>
      ) : (
        <Skeleton h={180} radius="lg" />
      )}
    </>
  )
}

function Started({ campaign }: { campaign: Campaign }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const date = f.dateTime(campaign.createdAt)
  return campaign.createdBy ? t('startedBy', { date, name: campaign.createdBy }) : date
}

function ProgressPanel({ campaign }: { campaign: Campaign }) {
  const t = useTexts(texts)
  const f = useFormat()
  const g = useTexts(giftTexts)
  const audienceName = useAudienceName()
  const share = (count: number) => (campaign.total > 0 ? (count / campaign.total) * 100 : 0)
  const label = t('sentOf', {
    count: f.number(campaign.delivered + campaign.failed + campaign.skipped),
    total: f.number(campaign.total),
  })
  return (
    <Panel title={t('progress')} actions={<StateBadge state={campaign.state} />}>
      <Text className={classes.quote}>{campaign.text + (campaign.tail ?? '')}</Text>
      <Text size="sm" c="dimmed" mt={8}>
        {t('messageTo', { audience: audienceName(campaign) })}
        {campaign.gift &&
          ` · ${g('given', { count: f.number(campaign.gifts ?? 0), amount: f.bonus(campaign.gift.amount) })}`}
      </Text>
      <Progress.Root size={14} radius="xl" mt="lg" aria-label={t('progress')}>
        <Progress.Section value={share(campaign.delivered)} color="pine" aria-label={t('delivered')} />
        <Progress.Section value={share(campaign.failed)} color="red" aria-label={t('failed')} />
        <Progress.Section value={share(campaign.skipped)} color="gray.5" aria-label={t('skipped')} />
      </Progress.Root>
      <Text mt={8} fw={600} aria-live="polite">
        {label}
      </Text>
      <SavedSum
        delivered={campaign.delivered}
        parts={smsParts(withoutBraces(campaign.text) + (campaign.tail ?? ''))}
        cost={campaign.beside?.cost ?? 0}
      />
    </Panel>
  )
}

function Outcome({ campaign }: { campaign: Campaign }) {
  const t = useTexts(texts)
  const f = useFormat()
  const left = Math.max(0, campaign.total - campaign.delivered - campaign.failed - campaign.skipped)
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing={{ base: 'sm', sm: 'md' }}>
        <StatTile label={t('delivered')} value={f.number(campaign.delivered)} />
        <StatTile label={t('failed')} value={f.number(campaign.failed)} />
        <StatTile label={t('skipped')} value={f.number(campaign.skipped)} />
        <StatTile label={t('left')} value={f.number(left)} />
      </SimpleGrid>
      {campaign.reasons && campaign.reasons.length > 0 && (
        <Panel title={t('reasons')}>
          <ul className={classes.reasons}>
            {campaign.reasons.map(({ code, count }) => (
              <li key={code}>
                <Reason code={code} />
                <b>{f.number(count)}</b>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function Reason({ code }: { code: string }) {
  const t = useTexts(texts)
  const key = `reason.${code}`
  return <span>{key in texts ? t(key as keyof typeof texts) : code}</span>
}

function Controls({ campaign }: { campaign: Campaign }) {
  const t = useTexts(texts)
  const change = useSetCampaignState(campaign.id)
  const [cancelling, setCancelling] = useState(false)
  const paused = campaign.state === 'PAUSED'
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={change.isPending}
        leftSection={paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
        onClick={() => change.mutate(paused ? 'RUNNING' : 'PAUSED', { onError: toast.error })}
      >
        {paused ? t('resume') : t('pause')}
      </Button>
      <Button
        variant="light"
        color="red"
        leftSection={<IconX size={18} aria-hidden />}
        onClick={() => setCancelling(true)}
      >
        {t('cancel')}
      </Button>
      <ConfirmDialog
        opened={cancelling}
        title={t('cancelTitle')}
        text={t('cancelText')}
        confirmLabel={t('cancel')}
        danger
        busy={change.isPending}
        error={change.error}
        onClose={() => setCancelling(false)}
        onConfirm={() => change.mutate('CANCELLED', { onSuccess: () => setCancelling(false) })}
      />
    </Group>
  )
}
