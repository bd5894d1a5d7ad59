import {
  type Icon,
  IconBuildingStore,
  IconClipboardList,
  IconGift,
  IconLink,
  IconMapPin,
  IconPhone,
  IconStar,
  IconWallet,
} from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import classes from './CardActions.module.css'
import { texts } from './texts'

const KNOWN = {
  viewOffersRewards: IconGift,
  addToBalance: IconWallet,
  membershipBenefits: IconStar,
  shop: IconBuildingStore,
  order: IconClipboardList,
  call: IconPhone,
  place: IconMapPin,
} as const satisfies Record<string, Icon>

const isKnown = (type: string): type is keyof typeof KNOWN => type in KNOWN

/** The buttons that newer iPhones put under a card; Wallet words them itself. */
export function CardActions({ actions }: { actions: Schemas['WalletCard']['actions'] }) {
  const t = useTexts(texts)
  if (actions.length === 0) return null
  return (
    <ul className={classes.actions} aria-label={t('actions')}>
      {actions.map(({ type, url }) => {
        const Shape = isKnown(type) ? KNOWN[type] : IconLink
        return (
          <li key={type + url}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              <Shape size={18} aria-hidden />
              {isKnown(type) ? t(`action.${type}`) : type}
              <span className="k-visually-hidden"> {t('newTab')}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
