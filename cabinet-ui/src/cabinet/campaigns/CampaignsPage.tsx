import { Group, Text } from '@mantine/core'
import { IconMessageCircle, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { useList } from '@/base/api/useList'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { useCurrentSession } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { DraftsPanel } from './DraftsPanel'
import { StateBadge } from './StateBadge'
import { texts } from './texts'
import { useAudienceName } from './useAudienceName'

type Campaign = Schemas['Campaign']

export default function CampaignsPage() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  return (
    <ListPage
      title={t('title')}
      hint={t('hint')}
      actions={
        <ButtonLink to="/campaigns/new" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('create')}
        </ButtonLink>
      }
      above={<DraftsPanel />}
      columns={useColumns()}
      rows={useList('/campaigns', {})}
      rowKey={(campaign) => campaign.id}
      onRowClick={({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })}
      mobile={(campaign) => <CampaignCard campaign={campaign} />}
      empty={
        <EmptyState
          icon={IconMessageCircle}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink to="/campaigns/new">{t('create')}</ButtonLink>}
        />
      }
    />
  )
}

function useColumns(): ReadonlyArray<Column<Campaign>> {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const audienceName = useAudienceName()
  return [
    { id: 'name', header: t('name'), cell: (campaign) => <Name campaign={campaign} /> },
    { id: 'audience', header: t('audience'), cell: (campaign) => audienceName(campaign) },
    { id: 'state', header: t('state'), cell: (campaign) => <StateBadge state={campaign.state} /> },
    {
      id: 'delivered',
      header: t('result'),
      align: 'right',
      cell: ({ delivered, total }) => t('ofTotal', { count: f.number(delivered), total: f.number(total) }),
    },
    { id: 'at', header: t('started'), cell: (campaign) => f.dateTime(campaign.createdAt) },
  ]
}

function Name({ campaign }: { campaign: Campaign }) {
  return (
    <div style={{ maxWidth: 340 }}>
      <TextLink
        to="/campaigns/$campaignId"
        params={{ campaignId: campaign.id }}
        fw={650}
        c="var(--k-text)"
        onClick={(event) => event.stopPropagation()}
      >
        {campaign.name}
      </TextLink>
      <Text size="sm" c="dimmed" lineClamp={1}>
        {campaign.text}
      </Text>
    </div>
  )
}

function CampaignCard({ campaign }: { campaign: Campaign }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const audienceName = useAudienceName()
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Name campaign={campaign} />
        <StateBadge state={campaign.state} />
      </Group>
      <Text size="sm" mt={6}>
        {audienceName(campaign)} · {t('result')}{' '}
        {t('ofTotal', { count: f.number(campaign.delivered), total: f.number(campaign.total) })} ·{' '}
        {f.dateTime(campaign.createdAt)}
      </Text>
    </>
  )
}
