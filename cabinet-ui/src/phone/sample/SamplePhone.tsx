import type { Schemas } from '@/base/api/client'
import { PhoneFrame } from '../frame/PhoneFrame'
import { LockScreen } from '../screen/LockScreen'
import { WalletScreen } from '../screen/WalletScreen'

type Props = {
  platform: Schemas['Phone']['platform']
  label: string
  card: Schemas['WalletCard'] | undefined
  /** What has just come to the lock screen, which is shown then. */
  notice?: { title: string; text: string }
  onOpenNotice?: () => void
}

const NOTHING: ReadonlySet<string> = new Set()
const NOTICE = 'notice'
const FRESH: ReadonlySet<string> = new Set([NOTICE])

/** A phone that is only looked at, drawn by the same hands as the simulated ones. */
export function SamplePhone({ platform, label, card, notice, onOpenNotice = () => {} }: Props) {
  const phone: Schemas['Phone'] = {
    id: 'sample',
    name: '',
    platform,
    online: true,
    cards: card ? [card] : [],
    notices: notice ? [{ ...notice, id: NOTICE, at: new Date().toISOString(), serial: card?.serial }] : [],
  }
  return (
    <PhoneFrame platform={platform} label={label} light={platform === 'GOOGLE' && !notice}>
      {notice ? (
        <LockScreen phone={phone} fresh={FRESH} onOpen={onOpenNotice} />
      ) : (
        card && (
          <WalletScreen
            phone={phone}
            changed={NOTHING}
            added={NOTHING}
            activeSerial={undefined}
            onActivate={() => {}}
          />
        )
      )}
    </PhoneFrame>
  )
}
