import { IconBell, IconBellOff, IconMessageCircle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useCardChats, useInviteToChat } from '@/base/api/queries/publicCard'
import { useDemo } from '@/base/api/queries/simulator'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Messengers.module.css'
import { Notices } from './Notices'
import { texts } from './texts'
import { useNotices } from './useNotices'

/** Where the member hears the shop beside the card, and the way to hear it there; nothing when the shop has no other ways. */
export function Messengers({ token, zone }: { token: string; zone: string }) {
  const t = useTexts(texts)
  const chats = useCardChats(token).data?.items ?? []
  const invite = useInviteToChat(token)
  const demo = useDemo()
  const simulated = demo.isPending ? undefined : demo.data !== undefined
  const notices = useNotices(token, simulated).data
  const shown = notices && notices.state !== 'NONE'
  if (chats.length === 0 && !shown) return null

  function go(kind: Schemas['ChannelKind']) {
    invite.mutate(kind, { onSuccess: ({ link }) => window.location.assign(link) })
  }
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="chats-title">
      <h2 id="chats-title">{t('chatsTitle')}</h2>
      <ul className={classes.list}>
        {shown && (
          <li>
            <Notices token={token} zone={zone} demo={simulated ?? false} notices={notices} />
          </li>
        )}
        {chats.map((chat) => (
          <li key={chat.kind}>
            {chat.state === 'OFF' ? (
              <button type="button" className={ui.quiet} disabled={invite.isPending} onClick={() => go(chat.kind)}>
                <IconMessageCircle size={20} aria-hidden />
                {t('chatConnect', { name: t(`chat.${chat.kind}`) })}
              </button>
            ) : (
              <Connected chat={chat} zone={zone} />
            )}
          </li>
        ))}
      </ul>
      {invite.error && <ErrorLine error={invite.error} />}
    </section>
  )
}

function Connected({ chat, zone }: { chat: Schemas['CardChat']; zone: string }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const name = t(`chat.${chat.kind}`)
  return (
    <p className={classes.on} role="status">
      {chat.state === 'MUTED' ? <IconBellOff size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
      {chat.state === 'ON'
        ? t('chatOn', { name })
        : chat.until
          ? t('chatMutedUntil', { name, time: f.dateTime(chat.until) })
          : t('chatMuted', { name })}
    </p>
  )
}
