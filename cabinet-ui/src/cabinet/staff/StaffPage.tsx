import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useStaff } from '@/base/api/queries/team'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useCurrentSession } from '../layout/currentSession'
import { ColleagueMenu } from './ColleagueMenu'
import { InviteDialog } from './InviteDialog'
import { RulesPanel } from './RulesPanel'
import { texts } from './texts'

type Colleague = Schemas['Colleague']

const COLORS = { ACTIVE: undefined, INVITED: 'honey', NOT_JOINED: 'gray', ENDED: 'gray' } as const

/** Who signs in to the cabinet, and as what. */
export default function StaffPage() {
  const t = useTexts(texts)
  const staff = useStaff()
  const [inviting, setInviting] = useState(false)
  const invite = (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={invite} />
      <Stack gap="md">
        <Panel flush>
          {staff.data ? (
            <People rows={staff.data.items} />
          ) : staff.error ? (
            <ErrorNote error={staff.error} onRetry={() => void staff.refetch()} />
          ) : (
            <Skeleton h={220} radius="lg" />
          )}
        </Panel>
        <RulesPanel />
      </Stack>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  )
}

function People({ rows }: { rows: Colleague[] }) {
  const t = useTexts(texts)
  const columns: ReadonlyArray<Column<Colleague>> = [
    { id: 'name', header: t('person'), cell: (one) => <Person one={one} /> },
    { id: 'role', header: t('role'), cell: (one) => t(`role.${one.role}`) },
    { id: 'state', header: t('state'), cell: (one) => <State one={one} /> },
    { id: 'seen', header: t('lastSignIn'), cell: (one) => <LastSignIn one={one} /> },
    { id: 'actions', header: t('actions'), align: 'right', cell: (one) => <ColleagueMenu one={one} /> },
  ]
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(one) => one.id}
      empty={<EmptyState icon={IconUsersGroup} title={t('title')} />}
      mobile={(one) => (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Person one={one} />
            <Group gap="xs" mt={6}>
              <Text size="sm">{t(`role.${one.role}`)}</Text>
              <State one={one} />
            </Group>
            <LastSignIn one={one} />
          </div>
          <ColleagueMenu one={one} />
        </Group>
      )}
    />
  )
}

function Person({ one }: { one: Colleague }) {
  const t = useTexts(texts)
  const own = useCurrentSession().staffId === one.id
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <b>{one.name}</b> {own && <Badge variant="outline">{t('you')}</Badge>}
      <Text size="sm" c="dimmed">
        {one.email}
      </Text>
    </div>
  )
}

function State({ one }: { one: Colleague }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <>
      <Badge color={COLORS[one.state]}>{t(`state.${one.state}`)}</Badge>
      {one.secondFactor && (
        <Text size="sm" c="dimmed">
          {t('twoStepsOn')}
        </Text>
      )}
      {one.invitedUntil && (
        <Text size="sm" c="dimmed">
          {t('until', { date: f.dateTime(one.invitedUntil) })}
        </Text>
      )}
    </>
  )
}

function LastSignIn({ one }: { one: Colleague }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Text size="sm" c={one.lastSignInAt ? undefined : 'dimmed'}>
      {one.lastSignInAt ? f.dateTime(one.lastSignInAt) : t('never')}
    </Text>
  )
}
