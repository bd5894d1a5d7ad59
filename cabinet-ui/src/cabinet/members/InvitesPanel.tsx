import { Button, Collapse, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import type { Schemas } from '@/base/api/client'
import { useInvited } from '@/base/api/queries/members'
import { CopyField } from '@/base/components/CopyField'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { More } from '@/base/list/More'
import { rowsOf } from '@/base/list/pages'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Members.module.css'
import { texts } from './texts'

/** Where the service stops counting. */
const MOST = 10_000

/** The member's code and link, who brought them in and whom they brought in. */
export function InvitesPanel({ member }: { member: Schemas['MemberDetail'] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [opened, list] = useDisclosure(false)
  const listId = useId()
  const count = member.invitedCount ?? 0
  const by = member.invitedBy
  return (
    <Panel title={t('invites')} hint={t('invitesHint')}>
      <Stack gap="md">
        <dl className={classes.facts}>
          {member.invite && (
            <div>
              <dt>{t('inviteCode')}</dt>
              <dd className={classes.code}>{member.invite.code}</dd>
            </div>
          )}
          <div>
            <dt>{t('invitedBy')}</dt>
            <dd>
              {by ? (
                <>
                  <TextLink to="/members/$memberId" params={{ memberId: by.memberId }} fw={600}>
                    {by.name}
                  </TextLink>
                  <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
                    {f.dateLong(by.at)}
                  </Text>
                </>
              ) : (
                t('invitedByNobody')
              )}
            </dd>
          </div>
          <div>
            <dt>{t('invitedCount')}</dt>
            <dd>{count >= MOST ? `${f.number(MOST)}+` : f.number(count)}</dd>
          </div>
        </dl>
        {member.invite && <CopyField label={t('inviteLink')} value={member.invite.url} compact />}
        {count > 0 && (
          <>
            <Button
              variant="default"
              aria-expanded={opened}
              aria-controls={listId}
              onClick={list.toggle}
              rightSection={<IconChevronDown size={18} aria-hidden className={opened ? classes.turned : undefined} />}
            >
              {t(opened ? 'invitedHide' : 'invitedShow')}
            </Button>
            <Collapse expanded={opened} id={listId}>
              {opened && <Invited memberId={member.id} />}
            </Collapse>
          </>
        )}
      </Stack>
    </Panel>
  )
}

/** What the member has of a friend; nothing is said of one who has just joined. */
function FriendReward({ friend }: { friend: Schemas['InvitedPage']['items'][number] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  if (friend.step === 'JOINED' || friend.step === 'BOUGHT') return null
  return (
    <Text size="sm">
      {friend.step === 'SECOND_PURCHASE_AWAITED'
        ? t('friendAwaited')
        : t(friend.rewardFrom ? 'friendWaits' : 'friendRewarded', {
            amount: f.bonus(friend.reward),
            date: friend.rewardFrom ? f.date(friend.rewardFrom) : '',
          })}
    </Text>
  )
}

function Invited({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const invited = useInvited(memberId)
  if (invited.error) return <ErrorNote error={invited.error} onRetry={() => void invited.refetch()} />
  return (
    <>
      <ul className={classes.invited} aria-label={t('invitedCount')} aria-busy={invited.isPending}>
        {rowsOf(invited)?.map((one) => (
          <li key={one.memberId}>
            <TextLink to="/members/$memberId" params={{ memberId: one.memberId }} fw={600}>
              {one.name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {t('invitedAt', { date: f.date(one.at) })} ·{' '}
              {one.purchases > 0 ? t('invitedBought', { count: one.purchases }) : t('noPurchases')}
            </Text>
            <FriendReward friend={one} />
          </li>
        ))}
      </ul>
      <More of={invited} label={t('invitedMore')} variant="subtle" fullWidth />
    </>
  )
}
