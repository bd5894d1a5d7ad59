import {
  type Icon,
  IconBuildingStore,
  IconCertificate,
  IconChartBar,
  IconChartHistogram,
  IconGift,
  IconGiftCard,
  IconHeartHandshake,
  IconHistory,
  IconId,
  IconMail,
  IconMessageBolt,
  IconMessageCircle,
  IconMessageStar,
  IconPalette,
  IconQrcode,
  IconSettings,
  IconShoppingBag,
  IconTicket,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import type { Locale } from '@/base/i18n/locale'
import type { Action } from './currentSession'

type Section = {
  to: NonNullable<LinkProps['to']>
  name: Record<Locale, string>
  icon: Icon
  /** What one has to be allowed to see it. */
  needs: Action
}

/** The navigation, in its order; the first three that one may see stand at a phone's thumb. */
export const sections: readonly Section[] = [
  { to: '/', name: { ru: 'Обзор', en: 'Overview' }, icon: IconChartBar, needs: 'REPORTS' },
  { to: '/members', name: { ru: 'Участники', en: 'Members' }, icon: IconUsers, needs: 'MEMBERS_READ' },
  { to: '/segments', name: { ru: 'Сегменты', en: 'Segments' }, icon: IconUsersGroup, needs: 'SEGMENTS' },
  { to: '/figures', name: { ru: 'Показатели', en: 'Figures' }, icon: IconChartHistogram, needs: 'FIGURES' },
  { to: '/campaigns', name: { ru: 'Рассылки', en: 'Campaigns' }, icon: IconMessageCircle, needs: 'CAMPAIGNS' },
  {
    to: '/automations',
    name: { ru: 'Автоматические сообщения', en: 'Automations' },
    icon: IconMessageBolt,
    needs: 'CAMPAIGNS',
  },
  { to: '/reviews', name: { ru: 'Отзывы', en: 'Reviews' }, icon: IconMessageStar, needs: 'REVIEWS_READ' },
  { to: '/program', name: { ru: 'Программа', en: 'Program' }, icon: IconGift, needs: 'PROGRAM_READ' },
  { to: '/friends', name: { ru: 'Друзья', en: 'Referrals' }, icon: IconHeartHandshake, needs: 'REPORTS' },
  { to: '/promo-codes', name: { ru: 'Промокоды', en: 'Promo codes' }, icon: IconTicket, needs: 'PROMO_CODES_READ' },
  {
    to: '/certificates',
    name: { ru: 'Подарочные сертификаты', en: 'Gift certificates' },
    icon: IconGiftCard,
    needs: 'CERTIFICATES_READ',
  },
  { to: '/goods', name: { ru: 'Товары', en: 'Goods' }, icon: IconShoppingBag, needs: 'GOODS_READ' },
  { to: '/design', name: { ru: 'Вид карты', en: 'Card design' }, icon: IconPalette, needs: 'DESIGN_READ' },
  {
    to: '/stores',
    name: { ru: 'Магазины и кассы', en: 'Stores & registers' },
    icon: IconBuildingStore,
    needs: 'STORES_READ',
  },
  { to: '/plastic', name: { ru: 'Пластиковые карты', en: 'Plastic cards' }, icon: IconId, needs: 'CARD_BATCHES' },
  { to: '/join-link', name: { ru: 'Ссылка и QR', en: 'Sign-up link' }, icon: IconQrcode, needs: 'CARDS_ATTACH' },
  {
    to: '/identities',
    name: { ru: 'Сертификаты и ключи', en: 'Certificates & keys' },
    icon: IconCertificate,
    needs: 'VENDOR_KEYS',
  },
  {
    to: '/channels',
    name: { ru: 'Каналы сообщений', en: 'Message channels' },
    icon: IconMail,
    needs: 'VENDOR_KEYS',
  },
  { to: '/settings', name: { ru: 'Данные магазина', en: 'Shop details' }, icon: IconSettings, needs: 'SHOP' },
  { to: '/staff', name: { ru: 'Сотрудники', en: 'Staff' }, icon: IconUsersGroup, needs: 'STAFF' },
  { to: '/audit', name: { ru: 'Журнал изменений', en: 'Change log' }, icon: IconHistory, needs: 'AUDIT' },
]

export function sectionsFor({ may }: Schemas['Session']): Section[] {
  return sections.filter((section) => may.includes(section.needs))
}

/** The section that a page of the cabinet belongs to; pages such as one's own access belong to none. */
export function sectionAt(pathname: string): Section | undefined {
  return sections.find(({ to }) => (to === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${to}/`)))
}
