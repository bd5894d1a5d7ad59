import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { usePlaceBonuses } from '@/base/api/queries/place'
import { useCard } from '@/base/api/queries/publicCard'
import { suggestLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { Friends } from '../card/Friends'
import { InviteFriend } from '../card/InviteFriend'
import { TierPanel } from '../card/TierPanel'
import { colorStyle } from '../light/colorStyle'
import { ErrorLine } from '../light/ErrorLine'
import { Shell } from '../light/Shell'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import { Bonuses } from './Bonuses'
import { OwnData } from './OwnData'
import classes from './Place.module.css'
import { Profile } from './Profile'
import { Purchases } from './Purchases'
import { SignIn } from './SignIn'
import { SignOut } from './SignOut'
import { texts } from './texts'
import { Words } from './Words'

/** What is the member's alone: the card's address leads here, a code to the phone lets in. */
export default function PlacePage({ token }: { token: string }) {
  const t = useTexts(texts)
  const card = useCard(token)
  const bonuses = usePlaceBonuses(token)
  const named = useShopName()
  const shop = card.data?.shop
  const name = shop && named(shop)
  const spoken = shop?.defaultLocale
  useEffect(() => {
    if (name) document.title = t('pageTitle', { shop: name })
    if (spoken) suggestLocale(spoken)
  }, [name, spoken, t])
  const closed = bonuses.error instanceof ApiError && bonuses.error.status === 401
  const failed = card.error ?? (closed ? null : bonuses.error)
  return (
    <Shell style={colorStyle(shop?.color)} brand={name && <strong className={classes.brand}>{name}</strong>}>
      <p>
        <a href={`/c/${encodeURIComponent(token)}`}>{t('toCard')}</a>
      </p>
      <h1 className={classes.title}>{t('title')}</h1>
      {failed ? (
        <ErrorLine error={failed} onRetry={() => void Promise.all([card.refetch(), bonuses.refetch()])} />
      ) : closed ? (
        <SignIn token={token} />
      ) : card.data && bonuses.data ? (
        <Inside token={token} card={card.data} bonuses={bonuses.data} />
      ) : (
        <Loading />
      )}
    </Shell>
  )
}

type InsideProps = {
  token: string
  card: Schemas['Card']
  bonuses: { balance: Schemas['Balance']; lots: Schemas['Lot'][] }
}

function Inside({ token, card, bonuses }: InsideProps) {
  const t = useTexts(texts)
  return (
    <div className={classes.sections}>
      <p className={ui.muted}>{t('hello', { name: card.memberName })}</p>
      <Bonuses {...bonuses} zone={card.zone} />
      <TierPanel card={card} />
      <Purchases token={token} zone={card.zone} />
      <Profile token={token} />
      <Words token={token} zone={card.zone} />
      {card.invite && (
        <InviteFriend invite={card.invite} shop={card.shop}>
          <Friends token={token} zone={card.zone} />
        </InviteFriend>
      )}
      <OwnData token={token} zone={card.zone} left={bonuses.balance.available} />
      <SignOut token={token} />
    </div>
  )
}

function Loading() {
  const t = useTexts(texts)
  return (
    <div className={classes.sections} aria-busy="true">
      <span className="k-visually-hidden" role="status">
        {t('loading')}
      </span>
      <div className={ui.skeleton} style={{ height: 160 }} />
      <div className={ui.skeleton} style={{ height: 240 }} />
    </div>
  )
}
