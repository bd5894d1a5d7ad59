import {
  type Icon,
  IconBuildingStore,
  IconCertificate,
  IconChartBar,
  IconGift,
  IconMessageCircle,
  IconPalette,
  IconQrcode,
  IconUsers,
} from '@tabler/icons-react'
import type { texts } from './texts'

type Section = {
  to: '/' | '/members' | '/campaigns' | '/program' | '/design' | '/identities' | '/stores' | '/join-link'
  text: keyof typeof texts
  icon: Icon
  /** Nobody else may open it. */
  ownerOnly?: boolean
}

export const sections: readonly Section[] = [
  { to: '/', text: 'nav.dashboard', icon: IconChartBar },
  { to: '/members', text: 'nav.members', icon: IconUsers },
  { to: '/campaigns', text: 'nav.campaigns', icon: IconMessageCircle },
  { to: '/program', text: 'nav.program', icon: IconGift },
  { to: '/design', text: 'nav.design', icon: IconPalette },
  { to: '/stores', text: 'nav.stores', icon: IconBuildingStore },
  { to: '/join-link', text: 'nav.joinLink', icon: IconQrcode },
  { to: '/identities', text: 'nav.identities', icon: IconCertificate, ownerOnly: true },
]
