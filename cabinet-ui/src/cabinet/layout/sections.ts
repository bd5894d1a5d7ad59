import {
  type Icon,
  IconBuildingStore,
  IconCertificate,
  IconChartBar,
  IconGift,
  IconId,
  IconMessageCircle,
  IconPalette,
  IconQrcode,
  IconUsers,
} from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import type { texts } from './texts'

type Section = {
  to: '/' | '/members' | '/campaigns' | '/program' | '/design' | '/identities' | '/stores' | '/plastic' | '/join-link'
  text: keyof typeof texts
  icon: Icon
  /** Nobody else may open it. */
  ownerOnly?: boolean
  /** Cashiers may not. */
  notCashiers?: boolean
}

export const sections: readonly Section[] = [
  { to: '/', text: 'nav.dashboard', icon: IconChartBar },
  { to: '/members', text: 'nav.members', icon: IconUsers },
  { to: '/campaigns', text: 'nav.campaigns', icon: IconMessageCircle },
  { to: '/program', text: 'nav.program', icon: IconGift },
  { to: '/design', text: 'nav.design', icon: IconPalette },
  { to: '/stores', text: 'nav.stores', icon: IconBuildingStore },
  { to: '/plastic', text: 'nav.plastic', icon: IconId, notCashiers: true },
  { to: '/join-link', text: 'nav.joinLink', icon: IconQrcode },
  { to: '/identities', text: 'nav.identities', icon: IconCertificate, ownerOnly: true },
]

export function sectionsFor(role: Schemas['Session']['role']): Section[] {
  return sections.filter(
    (section) => (!section.ownerOnly || role === 'OWNER') && (!section.notCashiers || role !== 'CASHIER'),
  )
}
