import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Schemas } from '@/base/api/client'
import { useMemberMessages } from '@/base/api/queries/members'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Members.module.css'
import { texts } from './storyTexts'

const FIRST = 5

/** What was said to the member, the newest first, with what became of it. */
export function MessagesPanel({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const { data, error, isPending, refetch } = useMemberMessages(memberId)
  const [all, { open }] = useDisclosure(false)
  const messages = data?.items ?? []
  return (
    <Panel title={t('messages')} hint={t('messagesHint')}>
      <Stack gap="md" align="stretch">
        {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton h={48} />}
        {data && messages.length === 0 && <Text c="dimmed">{t('messagesEmpty')}</Text>}
        {messages.length > 0 && (
          <ul className={classes.invited} aria-label={t('messages')}>
            {messages.slice(0, all ? undefined : FIRST).map((one) => (
              <One key={`${one.at}${one.campaignId ?? one.reason}`} message={one} />
            ))}
          </ul>
        )}
        {!all && messages.length > FIRST && (
          <Button variant="default" onClick={open}>
            {t('allMessages')}
          </Button>
        )}
      </Stack>
    </Panel>
  )
}

function One({ message }: { message: Schemas['MemberMessage'] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const { name, why, address } = message
  const known = why && (`why.${why}` in texts ? t(`why.${why}` as 'why.OTHER') : t('why.OTHER'))
  const verdict = known ? `${t(`verdict.${message.verdict}`)}: ${known}` : t(`verdict.${message.verdict}`)
  return (
    <li>
      <Text fw={600}>{name ? `${t(`reason.${message.reason}`)} «${name}»` : t(`reason.${message.reason}`)}</Text>
      {message.text && <Text size="sm">{message.text}</Text>}
      <Text size="sm">{verdict}</Text>
      <Text size="sm" c="dimmed">
        {[f.dateTime(message.at), address].filter(Boolean).join(' · ')}
      </Text>
    </li>
  )
}
