import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { PhoneFrame } from '@/phone/frame/PhoneFrame'
import { Banner } from '@/phone/screen/Banner'
import { WalletScreen } from '@/phone/screen/WalletScreen'
import classes from './HeroCard.module.css'
import { texts } from './texts'

const NOTHING: ReadonlySet<string> = new Set()
const SERIAL = 'hero'
const STRIP = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 112"><linearGradient id="g"><stop stop-color="#dcbb6d"/><stop offset="1" stop-color="#d0a53f"/></linearGradient><path fill="url(#g)" d="M0 0h300v112H0z"/></svg>',
)}`
const ignore = () => {}

/** A picture of the product: the card on a phone and the notice that its balance has changed. */
export function HeroCard() {
  const phone = usePicture()
  return (
    <div className={classes.scene} aria-hidden="true" inert>
      <div className={classes.phone}>
        <PhoneFrame platform={phone.platform} label="" light={false}>
          <WalletScreen phone={phone} changed={NOTHING} added={NOTHING} activeSerial={SERIAL} onActivate={ignore} />
          {phone.notices.map((notice) => (
            <Banner key={notice.id} phone={phone} notice={notice} onOpen={ignore} />
          ))}
        </PhoneFrame>
      </div>
    </div>
  )
}

/** Nobody's phone: a visitor has no card, and an installation may have no shop yet. */
function usePicture(): Schemas['Phone'] {
  const t = useTexts(texts)
  const at = new Date().toISOString()
  const card: Schemas['WalletCard'] = {
    serial: SERIAL,
    organization: t('heroShop'),
    logoText: t('heroShop'),
    backgroundColor: '#c79a2b',
    foregroundColor: '#1c1c1e',
    labelColor: '#1c1c1e',
    strip: STRIP,
    barcode: { format: 'QR', message: 'kartela' },
    headerFields: [{ key: 'tier', label: '', value: t('heroTier') }],
    primaryFields: [{ key: 'balance', label: t('heroBonuses'), value: '372' }],
    secondaryFields: [],
    auxiliaryFields: [],
    backFields: [],
    updatedAt: at,
    actions: [],
  }
  return {
    id: SERIAL,
    name: '',
    platform: 'APPLE',
    online: true,
    cards: [card],
    notices: [{ id: SERIAL, title: t('heroShop'), text: t('heroNotice'), at, serial: SERIAL }],
  }
}
