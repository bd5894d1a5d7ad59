import { IconInfoCircle, IconPlus, IconWallet } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { CardActions } from '../card/CardActions'
import { CardBack } from '../card/CardBack'
import { CardFront } from '../card/CardFront'
import { cardColors } from '../card/cardColors'
import { texts } from './texts'
import classes from './WalletScreen.module.css'

type Props = {
  phone: Schemas['Phone']
  changed: ReadonlySet<string>
  added: ReadonlySet<string>
  activeSerial: string | undefined
  onActivate: (serial: string) => void
  /** Absent where the cards are only looked at. */
  onAdd?: () => void
  onRemove?: (serial: string) => void
}

/** The wallet application: the active card in full, the others as a stack that can be pulled out. */
export function WalletScreen(props: Props) {
  const { phone, changed, added, activeSerial, onActivate, onAdd, onRemove } = props
  const t = useTexts(texts)
  const [flipped, setFlipped] = useState<string>()
  const active = activeCard(phone, activeSerial)
  const others = phone.cards.filter((card) => card !== active)
  const title = phone.platform === 'APPLE' ? 'Wallet' : 'Google Wallet'
  return (
    <div className={classes.wallet} data-platform={phone.platform}>
      <div className={classes.bar}>
        <h3>{title}</h3>
        {active && flipped !== active.serial && (
          <button
            type="button"
            className={classes.round}
            onClick={() => setFlipped(active.serial)}
            aria-label={t('flip')}
            title={t('flip')}
          >
            <IconInfoCircle size={20} aria-hidden />
          </button>
        )}
        {onAdd && (
          <button type="button" className={classes.round} onClick={onAdd} aria-label={t('addCard')}>
            <IconPlus size={20} aria-hidden />
          </button>
        )}
      </div>
      {!active && <NoCards onAdd={onAdd} />}
      {active && (
        <div className={classes.stage} data-flipped={flipped === active.serial || undefined}>
          {flipped === active.serial ? (
            <CardBack
              card={active}
              platform={phone.platform}
              onDone={() => setFlipped(undefined)}
              onRemove={onRemove && (() => onRemove(active.serial))}
            />
          ) : (
            <>
              <CardFront
                key={active.serial}
                card={active}
                platform={phone.platform}
                changed={changed}
                arrived={added.has(active.serial)}
              />
              <CardActions actions={active.actions} />
            </>
          )}
        </div>
      )}
      {others.length > 0 && flipped !== active?.serial && (
        <OtherCards
          cards={others}
          onPull={(serial) => {
            setFlipped(undefined)
            onActivate(serial)
          }}
        />
      )}
    </div>
  )
}

function NoCards({ onAdd }: { onAdd: Props['onAdd'] }) {
  const t = useTexts(texts)
  return (
    <div className={classes.empty}>
      <IconWallet size={44} stroke={1.4} aria-hidden />
      <p className={classes.emptyTitle}>{t('noCards')}</p>
      <p>{t('noCardsText')}</p>
      <button type="button" className={classes.emptyAdd} onClick={onAdd}>
        {t('addCard')}
      </button>
    </div>
  )
}

/** The stack below the card: the head of each can be pulled out. */
function OtherCards({ cards, onPull }: { cards: Schemas['WalletCard'][]; onPull: (serial: string) => void }) {
  const t = useTexts(texts)
  return (
    <ul className={classes.stack}>
      {cards.map((card) => (
        <li key={card.serial}>
          <button type="button" className={classes.slice} style={cardColors(card)} onClick={() => onPull(card.serial)}>
            {card.logo && <img src={card.logo} alt="" />}
            <span className={classes.sliceName}>
              <span className="k-visually-hidden">{t('showCard', { name: '' })}</span>
              {card.logoText || card.organization}
            </span>
            <span>{card.headerFields[0]?.value ?? ''}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function activeCard(phone: Schemas['Phone'], serial: string | undefined) {
  return phone.cards.find((card) => card.serial === serial) ?? phone.cards[0]
}
