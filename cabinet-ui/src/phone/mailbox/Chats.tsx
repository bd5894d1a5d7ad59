import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useActInChat, useDemoChats, useOpenChat } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './MailboxPage.module.css'
import { texts } from './texts'

type Kind = Schemas['ChannelKind']
const HOURS = 8

/** The demo's messengers: what bots say, and what a person may do there. */
export function Chats() {
  const t = useTexts(texts)
  const chats = useDemoChats().data?.items ?? []
  if (chats.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('chats')} aria-live="polite">
      {chats.map((chat) => (
        <Chat key={chat.id} chat={chat} />
      ))}
    </ul>
  )
}

/** A shop's link leads here: the person still has to press the messenger's own button. */
export function Invited() {
  const t = useTexts(texts)
  const [asked, setAsked] = useState(invitation)
  const open = useOpenChat()
  if (!asked) return null
  const name = t(`chat.${asked.chat}`)
  return (
    <Alert color="pine" mb="md" title={t('invited', { name })}>
      <Group justify="space-between">
        <Text size="sm">{t('invitedText', { bot: asked.bot })}</Text>
        <Button
          loading={open.isPending}
          onClick={() =>
            open.mutate(asked, {
              onSuccess: () => {
                window.history.replaceState(null, '', window.location.pathname)
                setAsked(undefined)
              },
            })
          }
        >
          {t('begin')}
        </Button>
      </Group>
      {open.error && <ErrorNote error={open.error} />}
    </Alert>
  )
}

function invitation() {
  const query = new URLSearchParams(window.location.search)
  const said = (name: string) => query.get(name) ?? ''
  const chat = said('chat')
  if (chat !== 'MAX' && chat !== 'TELEGRAM' && chat !== 'VK') return undefined
  return { chat: chat as Kind, shop: said('shop'), bot: said('bot'), start: said('start') }
}

function Chat({ chat }: { chat: Schemas['DemoChat'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const act = useActInChat(chat.id)
  const does = (body: Parameters<typeof act.mutate>[0]) => act.mutate(body, { onError: toast.error })
  const muted = chat.mutedUntil
  const later = () => new Date(Date.now() + HOURS * 3_600_000).toISOString()
  return (
    <li className={`k-panel ${classes.message}`}>
      <p className={classes.head}>
        <strong>
          {t(`chat.${chat.kind}`)} · {chat.bot}
        </strong>
        <span>{!chat.open ? t('stopped') : muted ? t('mutedUntil', { time: f.dateTime(muted) }) : ''}</span>
      </p>
      {chat.messages.map((said) => (
        <p key={said.at + said.text} className={classes.text}>
          {said.text}
        </p>
      ))}
      {chat.open && chat.messages[0]?.buttons[0] && (
        <SharePhone button={chat.messages[0].buttons[0]} busy={act.isPending} does={does} />
      )}
      <Group gap="xs">
        {!chat.open && (
          <Button size="xs" loading={act.isPending} onClick={() => does({ act: 'START' })}>
            {t('begin')}
          </Button>
        )}
        {chat.open && chat.kind === 'MAX' && (
          <Button
            size="xs"
            variant="light"
            loading={act.isPending}
            onClick={() => does(muted ? { act: 'UNMUTE' } : { act: 'MUTE', until: later() })}
          >
            {muted ? t('unmute') : t('mute', { hours: HOURS })}
          </Button>
        )}
        {chat.open && (
          <Button size="xs" variant="light" color="red" loading={act.isPending} onClick={() => does({ act: 'STOP' })}>
            {t('stop')}
          </Button>
        )}
      </Group>
    </li>
  )
}

type Does = (body: Parameters<ReturnType<typeof useActInChat>['mutate']>[0]) => void

/** The messenger's own button: it gives the phone of the account, whoever's that is in the demo. */
function SharePhone({ button, busy, does }: { button: string; busy: boolean; does: Does }) {
  const t = useTexts(texts)
  const [phone, setPhone] = useState('')
  return (
    <Group gap="xs" align="end" mb="xs">
      <TextInput
        type="tel"
        label={t('ownPhone')}
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Button loading={busy} disabled={!phone.trim()} onClick={() => does({ act: 'GIVE_PHONE', phone })}>
        {button}
      </Button>
      <Button variant="light" loading={busy} onClick={() => does({ act: 'FORWARD' })}>
        {t('forward')}
      </Button>
    </Group>
  )
}
