import { Badge, Button, Group, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft, IconArrowsExchange, IconReplace } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { useLots } from '@/base/api/queries/lots'
import { useMember } from '@/base/api/queries/members'
import { CopyField } from '@/base/components/CopyField'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { QrCode } from '@/base/components/QrCode'
import { StatTile } from '@/base/components/StatTile'
import { TierBadge } from '@/base/components/TierBadge'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { AdjustDialog } from './AdjustDialog'
import { ConsentsPanel } from './ConsentsPanel'
import { InvitesPanel } from './InvitesPanel'
import { LotsPanel } from './LotsPanel'
import { MemberMenu } from './MemberMenu'
import classes from './Members.module.css'
import { MessagesPanel } from './MessagesPanel'
import { PlasticPanel } from './PlasticPanel'
import { ProfilePanel } from './ProfilePanel'
import { PurchasesPanel } from './PurchasesPanel'
import { ReissueDialog } from './ReissueDialog'
import { StatementPanel } from './StatementPanel'
import { texts } from './texts'

type Detail = Schemas['MemberDetail']

export default function MemberPage() {
  const t = useTexts(texts)
  const f = useFormat()
  const { memberId } = useParams({ from: '/cabinet/members/$memberId' })
  const { data: member, error, refetch } = useMember(memberId)
  const adjusts = useMay('BALANCE_ADJUST')
  const [adjusting, dialog] = useDisclosure(false)
  const [reissuing, reissue] = useDisclosure(false)

  if (error && !member) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={member ? f.phone(member.name) : '…'}
        hint={member ? <Who member={member} /> : <Skeleton h={18} w={160} />}
        above={
          <TextLink to="/members" size="sm" mb={8} style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={
          <>
            {adjusts && (
              <Button
                disabled={!member}
                leftSection={<IconArrowsExchange size={18} aria-hidden />}
                onClick={dialog.open}
              >
                {t('adjust')}
              </Button>
            )}
            {member && <MemberMenu member={member} />}
          </>
        }
      />
      <Stack gap="md">
        <Figures member={member} />
        <div className={classes.columns}>
          <div className={classes.side}>
            <StatementPanel key={`statement ${memberId}`} memberId={memberId} />
            <PurchasesPanel key={`purchases ${memberId}`} memberId={memberId} />
          </div>
          {member && <Side member={member} onReissue={reissue.open} />}
        </div>
      </Stack>
      {member && adjusting && <AdjustDialog member={member} onClose={dialog.close} />}
      {member && reissuing && <ReissueDialog member={member} onClose={reissue.close} />}
    </>
  )
}

function Who({ member }: { member: Detail }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Group gap="xs">
      {f.phone(member.phone)}
      {member.status === 'BLOCKED' && <Badge color="red">{t('blocked')}</Badge>}
    </Group>
  )
}

function Figures({ member }: { member: Detail | undefined }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const text = useLocalText()
  const loading = !member
  const progress = member?.tierProgress
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: 'sm', sm: 'md' }}>
      <StatTile
        label={t('available')}
        loading={loading}
        value={member && f.bonus(member.balance.available)}
        hint={member && <BalanceNotes memberId={member.id} balance={member.balance} />}
      />
      <StatTile
        label={t('tier')}
        loading={loading}
        value={member && <TierBadge tier={member.tier} size="lg" />}
        hint={progress && t('toNextTier', { tier: text(progress.nextTierName), amount: f.money(progress.remaining) })}
      />
      <StatTile
        label={t('purchases')}
        loading={loading}
        value={member && f.number(member.purchases)}
        hint={
          member &&
          (member.lastPurchaseAt ? t('lastPurchaseAt', { date: f.date(member.lastPurchaseAt) }) : t('noPurchases'))
        }
      />
      <StatTile label={t('spent')} loading={loading} value={member && f.money(member.spentTotal)} />
    </SimpleGrid>
  )
}

function BalanceNotes({ memberId, balance }: { memberId: string; balance: Schemas['Balance'] }) {
  const t = useTexts(texts)
  const lots = useLots(memberId).data?.items ?? []
  const f = useFormat(useCurrentSession().zone)
  const waits = lots.flatMap(({ life }) => life.activeFrom ?? []).sort()
  const days = [...new Set(waits.map((at) => f.dayMonthLong(at)))]
  const when = days.length === 0 ? 'pending' : days.length === 1 ? 'pendingOn' : 'pendingFrom'
  const notes = [
    balance.pending > 0 && t(when, { amount: f.bonus(balance.pending), date: days[0] ?? '' }),
    balance.held > 0 && t('held', { amount: f.bonus(balance.held) }),
    balance.debt > 0 && t('debt', { amount: f.bonus(balance.debt) }),
    balance.burns && t('burns', { amount: f.bonus(balance.burns.amount), date: f.dayMonthLong(balance.burns.at) }),
  ]
  return notes.filter((note) => typeof note === 'string').map((note) => <div key={note}>{note}</div>)
}

function Side({ member, onReissue }: { member: Detail; onReissue: () => void }) {
  const t = useTexts(texts)
  const mayReissue = useMay('CARDS_CHANGE')
  return (
    <div className={classes.side}>
      <ProfilePanel key={`profile ${member.id}`} member={member} />
      <LotsPanel memberId={member.id} />
      {member.cardUrl && (
        <Panel title={t('card')} hint={t('cardHint')}>
          <Stack align="stretch">
            <CopyField label={t('cardAddress')} value={member.cardUrl} compact />
            <div style={{ display: 'grid', placeItems: 'center' }}>
              <QrCode value={member.cardUrl} label={t('cardQr')} size={190} />
            </div>
            {mayReissue && (
              <Button variant="default" leftSection={<IconReplace size={18} aria-hidden />} onClick={onReissue}>
                {t('reissue')}
              </Button>
            )}
          </Stack>
        </Panel>
      )}
      <PlasticPanel memberId={member.id} />
      <MessagesPanel key={`messages ${member.id}`} memberId={member.id} />
      <ConsentsPanel member={member} />
      <InvitesPanel key={`invites ${member.id}`} member={member} />
    </div>
  )
}
