import { IconCreditCardOff, IconSpeakerphone, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { suggestLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { MyCertificates } from '../certificate/MyCertificates'
import { Contacts } from '../light/Contacts'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { Shell } from '../light/Shell'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import { AddToWallet } from './AddToWallet'
import { BigCode } from './BigCode'
import { CardFace } from './CardFace'
import classes from './CardPage.module.css'
import { CardSkeleton } from './CardSkeleton'
import { DemoPhones } from './DemoPhones'
import { Friends } from './Friends'
import { InviteFriend } from './InviteFriend'
import { Messengers } from './Messengers'
import { Operations } from './Operations'
import { keepForOffline } from './offline'
import { TierPanel } from './TierPanel'
import { texts } from './texts'
import { type LiveCard, useLiveCard } from './useLiveCard'

/** The manifest's, when neither the tier nor the shop has a colour. */
const THEME = '#0a7a4d'

export function CardPage({ token }: { token: string }) {
  const t = useTexts(texts)
  const live = useLiveCard(token)
  const shop = live.card?.shop
  const named = useShopName()
  const name = shop && named(shop)
  const color = live.card?.tier.color
  useEffect(() => {
    if (!shop || !name) return
    document.title = t('pageTitle', { shop: name })
    suggestLocale(shop.defaultLocale)
    void keepForOffline(token, name, color ?? shop.color ?? THEME)
  }, [shop, name, color, t, token])
  return (
    <Shell wide brand={name && <strong className={classes.brand}>{name}</strong>}>
      {live.refusal ? (
        <Refused live={live} />
      ) : live.card ? (
        <Card card={live.card} live={live} />
      ) : (
        <Waiting live={live} />
      )}
    </Shell>
  )
}

function Card({ card, live }: { card: Schemas['Card']; live: LiveCard }) {
  const t = useTexts(texts)
  const named = useShopName()
  const f = useFormat(card.zone)
  const [big, setBig] = useState(false)
  const blocked = card.status === 'BLOCKED'
  const expired = card.validUntil !== undefined && Date.parse(card.validUntil) < Date.now()
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        {live.staleSince !== undefined && (
          <p className={classes.offline} role="status">
            <IconWifiOff size={18} aria-hidden />
            {t('offline', { time: f.dateTime(new Date(live.staleSince)) })}
          </p>
        )}
        {blocked && (
          <div className={classes.blocked} role="alert">
            <strong>{t('blocked')}</strong>
            <p>{t('blockedText')}</p>
          </div>
        )}
        {expired && !blocked && card.validUntil && (
          <div className={classes.blocked} role="alert">
            <strong>{t('expired', { date: f.dateLong(card.validUntil) })}</strong>
            <p>{t('expiredText')}</p>
          </div>
        )}
        <Joined card={card} />
        <h1 className="k-visually-hidden">{t('pageTitle', { shop: named(card.shop) })}</h1>
        <CardFace card={card} over={blocked || expired} onShowCode={() => setBig(true)} />
        {card.validUntil && !expired && (
          <p className={classes.until}>{t('validUntil', { date: f.dateLong(card.validUntil) })}</p>
        )}
      </div>
      <div className={classes.right}>
        {!blocked && (
          <>
            <AddToWallet card={card} />
            <DemoPhones token={card.token} />
            <Messengers token={card.token} zone={card.zone} />
          </>
        )}
        {card.news && (
          <section className={classes.news} aria-label={t('news')}>
            <IconSpeakerphone size={22} aria-hidden />
            <p>{card.news}</p>
          </section>
        )}
        <TierPanel card={card} />
        <MyCertificates token={card.token} />
        {card.invite && !blocked && !expired && (
          <InviteFriend invite={card.invite} shop={card.shop}>
            <Friends token={card.token} zone={card.zone} />
          </InviteFriend>
        )}
        <Operations operations={card.operations ?? []} zone={card.zone} />
        <a className={ui.quiet} href={`/c/${encodeURIComponent(card.token)}/place`}>
          {t('place')}
        </a>
        <Contacts slug={card.shop.slug} />
      </div>
      {big && <BigCode card={card} onClose={() => setBig(false)} />}
    </div>
  )
}

type JoinedState = { joined?: boolean; invite?: Schemas['InviteReply'] }

/** Said once, right after signing up. */
function Joined({ card }: { card: Schemas['Card'] }) {
  const t = useTexts(texts)
  const f = useFormat(card.zone)
  const [{ joined, invite }] = useState(() => (window.history.state as JoinedState | null) ?? {})
  if (joined === undefined) return null
  const amount = card.balance.available
  return (
    <div className={classes.joined} role="status">
      <strong>{t(joined ? 'joined' : 'found')}</strong>
      <p>{joined ? (amount > 0 ? t('joinedBonus', { amount: f.bonus(amount) }) : t('joinedPlain')) : t('foundText')}</p>
      {invite && <p>{t(invite.reason ? `invite.${invite.reason}` : 'invite.taken')}</p>}
    </div>
  )
}

function Refused({ live }: { live: LiveCard }) {
  const t = useTexts(texts)
  const code = live.refusal?.code
  const kind = code === 'CARD_REPLACED' ? 'replaced' : code === 'CARD_BLOCKED' ? 'blocked' : 'unknown'
  if (kind === 'unknown' && live.refusal?.status !== 404) return <Failed live={live} />
  return <Message title={t(`refused.${kind}`)} text={t(`refusedText.${kind}`)} icon={<IconCreditCardOff size={30} />} />
}

function Waiting({ live }: { live: LiveCard }) {
  const t = useTexts(texts)
  if (!live.error && (navigator.onLine || live.staleSince !== undefined)) return <CardSkeleton />
  if (navigator.onLine) return <Failed live={live} />
  return (
    <Message title={t('offlineEmpty')} text={t('offlineEmptyText')} icon={<IconWifiOff size={30} />}>
      <button type="button" className={ui.quiet} onClick={live.retry}>
        {t('tryAgain')}
      </button>
    </Message>
  )
}

function Failed({ live }: { live: LiveCard }) {
  const t = useTexts(texts)
  return (
    <div className={classes.failed}>
      <h1>{t('failed')}</h1>
      <ErrorLine error={live.error} onRetry={live.retry} />
    </div>
  )
}
