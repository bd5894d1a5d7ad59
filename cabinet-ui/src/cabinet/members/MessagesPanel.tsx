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
        {data && data.ways.length > 0 && (
          <ul className={classes.invited} aria-label={t('ways')}>
            {data.ways.map((way) => (
              <WayLine key={way.kind} way={way} />
            ))}
          </ul>
        )}
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

type Way = Schemas['MemberMessageList']['ways'][number]

/** Whether words reach the member this way, else since when and why not. */
function WayLine({ way }: { way: Way }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const { state, until, why } = way
  const stands = until
    ? t(`stands.until.${state === 'MUTED' ? 'MUTED' : 'QUARANTINED'}`, { time: f.dateTime(until) })
    : t(`stands.${state}`)
  // MUTED and REFUSED are the member's own will: nobody else has a word for it.
  const detail = why && (state === 'DEAD' || state === 'QUARANTINED') && t('stands.detail', { detail: why })
  return (
    <li>
      <Text size="sm">
        <b>{t(`by.${way.kind}`)}</b>: {stands}
      </Text>
      <Text size="sm" c="dimmed">
        {[f.dateTime(way.at), detail].filter(Boolean).join(' · ')}
      </Text>
    </li>
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
