import { ActionIcon, Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconBulb, IconCake, IconCards, IconFlame, IconUserPlus, IconX } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { TierBadge } from '@/base/components/TierBadge'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './MemberPanel.module.css'
import { texts } from './texts'
import type { Till } from './useTill'

type Props = { till: Till; zone: string; onNewMember: () => void; onChange: () => void }

export function MemberPanel({ till, zone, onNewMember, onChange }: Props) {
  const t = useTexts(texts)
  const member = till.sale.member
  if (!member) {
    return (
      <Panel aria-label={t('customer')}>
        <EmptyState
          icon={IconCards}
          title={t('noMemberTitle')}
          text={t('noMemberText')}
          action={
            <Button variant="light" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={onNewMember}>
              {t('newMember')}
            </Button>
          }
        />
      </Panel>
    )
  }
  return (
    <Panel aria-label={t('customer')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fz={22} fw={700} lh={1.2} className={classes.name}>
            {member.memberName}
          </Text>
          <Text size="sm" c="dimmed" mt={2}>
            {member.phoneMasked ?? member.cardNumber} · {t(`by.${member.identifiedBy}`)}
          </Text>
        </div>
        <ActionIcon size={36} onClick={onChange} aria-label={t('otherCustomer')} mt={-4} mr={-6}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </Group>
      <BalanceBlock member={member} zone={zone} />
      <Stack gap="sm" mt="md">
        {member.birthdaySoon && (
          <Alert
            color="honey"
            variant="light"
            icon={<IconCake aria-hidden />}
            p="sm"
            classNames={{ message: classes.note }}
          >
            {t('birthdaySoon')}
          </Alert>
        )}
        <TierProgress member={member} />
        <Hints hints={till.quote?.hints ?? member.hints ?? []} />
      </Stack>
    </Panel>
  )
}

function BalanceBlock({ member, zone }: { member: Schemas['ScanResult']; zone: string }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const { available, pending, held, debt, burns } = member.balance
  return (
    <div className={classes.balance}>
      <Group justify="space-between" align="center" gap="sm">
        <span className={classes.label}>{t('available')}</span>
        <TierBadge tier={member.tier} size="lg" />
      </Group>
      <div className={classes.figure}>
        {f.bonus(available)} <span className={classes.unit}>{t('bonuses', { count: available / 100 })}</span>
      </div>
      {pending > 0 && <div className={classes.detail}>{t('pending', { amount: f.bonus(pending) })}</div>}
      {held > 0 && <div className={classes.detail}>{t('held', { amount: f.bonus(held) })}</div>}
      {debt > 0 && <div className={classes.detail}>{t('debt', { amount: f.bonus(debt) })}</div>}
      {burns && (
        <div className={classes.detail}>
          <IconFlame size={16} aria-hidden />
          {t('burns', { count: burns.amount / 100, amount: f.bonus(burns.amount), date: f.dayMonthLong(burns.at) })}
        </div>
      )}
    </div>
  )
}

function TierProgress({ member }: { member: Schemas['ScanResult'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  const progress = member.tierProgress
  if (!progress) return null
  const label = t('toNextTier', {
    tier: text(progress.nextTierName),
    amount: f.money(progress.remaining),
  })
  return (
    <div>
      <Text size="sm" mb={6}>
        {label}
      </Text>
      {progress.percent !== undefined && (
        <Progress.Root size="md" radius="xl">
          <Progress.Section value={progress.percent} aria-label={label} />
        </Progress.Root>
      )}
    </div>
  )
}

function Hints({ hints }: { hints: ReadonlyArray<Schemas['LocalText']> }) {
  const text = useLocalText()
  return hints.map((hint) => (
    <Group key={hint.en} gap="xs" wrap="nowrap" align="flex-start">
      <IconBulb size={18} aria-hidden className={classes.bulb} />
      <Text size="sm">{text(hint)}</Text>
    </Group>
  ))
}
