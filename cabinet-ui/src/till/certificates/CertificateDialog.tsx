import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { Check } from './Check'
import { Sell } from './Sell'
import { texts } from './texts'

type Props = { member: Schemas['ScanResult'] | null; zone: string; onClose: () => void }

/** Gift certificates beside receipts: sold, looked up, topped up, paid back. */
export default function CertificateDialog({ member, zone, onClose }: Props) {
  const t = useTexts(texts)
  const [what, setWhat] = useState<'sell' | 'check'>('sell')
  return (
    <Dialog onClose={onClose} title={t('title')}>
      <Stack>
        <SegmentedControl
          fullWidth
          value={what}
          onChange={(next) => setWhat(next as typeof what)}
          data={[
            { value: 'sell', label: t('sell') },
            { value: 'check', label: t('check') },
          ]}
        />
        {what === 'sell' ? <Sell member={member} onClose={onClose} /> : <Check zone={zone} />}
      </Stack>
    </Dialog>
  )
}
