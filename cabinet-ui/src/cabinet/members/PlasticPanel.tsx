import { ActionIcon, Badge, Button, Group, Menu, Skeleton, Stack, Text } from '@mantine/core'
import { IconCreditCard, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useDetachCard, useMemberCards, useSetCardState } from '@/base/api/queries/memberCards'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { AttachDialog } from './AttachDialog'
import { texts } from './cardTexts'
import classes from './Members.module.css'

type Card = Schemas['MemberCard']

/** The member's plastic: given, blocked, taken off. */
export function PlasticPanel({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const may = useMay('CARDS_CHANGE')
  const { data, error, isPending, refetch } = useMemberCards(memberId)
  const [attaching, attach] = useState(false)
  const cards = data?.items.filter((card) => card.kind === 'PHYSICAL') ?? []
  return (
    <Panel title={t('cards')}>
      <Stack gap="md" align="stretch">
        {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton h={32} />}
        {data && cards.length === 0 && <Text c="dimmed">{t('noCards')}</Text>}
        {cards.length > 0 && (
          <ul className={classes.invited} aria-label={t('cards')}>
            {cards.map((card) => (
              <One key={card.id} memberId={memberId} card={card} may={may} />
            ))}
          </ul>
        )}
        {may && (
          <Button variant="default" leftSection={<IconCreditCard size={18} aria-hidden />} onClick={() => attach(true)}>
            {t('attach')}
          </Button>
        )}
      </Stack>
      {attaching && <AttachDialog memberId={memberId} onClose={() => attach(false)} />}
    </Panel>
  )
}

function One({ memberId, card, may }: { memberId: string; card: Card; may: boolean }) {
  const t = useTexts(texts)
  const name = card.number ?? t('chip', { uid: card.uid ?? '' })
  return (
    <li>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} className="k-number">
            {name}
          </Text>
          {card.status === 'BLOCKED' && <Badge color="red">{t('blocked')}</Badge>}
        </div>
        {may && <CardMenu memberId={memberId} card={card} name={name} />}
      </Group>
    </li>
  )
}

function CardMenu({ memberId, card, name }: { memberId: string; card: Card; name: string }) {
  const t = useTexts(texts)
  const [asked, ask] = useState(false)
  const set = useSetCardState(memberId)
  const detach = useDetachCard(memberId)
  const active = card.status === 'ACTIVE'
  const done = (text: string) => ({ onSuccess: () => toast.success(text), onError: toast.error })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('more', { card: name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() =>
              set.mutate(
                { cardId: card.id, status: active ? 'BLOCKED' : 'ACTIVE' },
                done(t(active ? 'blockedDone' : 'unblockedDone')),
              )
            }
          >
            {t(active ? 'block' : 'unblock')}
          </Menu.Item>
          <Menu.Item c="var(--k-danger-text)" onClick={() => ask(true)}>
            {t('detach')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          opened
          title={t('detachTitle', { card: name })}
          text={t('detachText')}
          confirmLabel={t('detach')}
          danger
          busy={detach.isPending}
          error={detach.error}
          onClose={() => ask(false)}
          onConfirm={() => detach.mutate(card.id, { onSuccess: () => toast.success(t('detached')) })}
        />
      )}
    </>
  )
}
