import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { QrCode } from '@/base/components/QrCode'

type Barcode = NonNullable<Schemas['WalletCard']['barcode']>
type Props = { barcode: Barcode; label: string; size: number }

/** QR codes are drawn at once; the other kinds need a writer that is fetched only for them. */
export function Barcode({ barcode, label, size }: Props) {
  if (barcode.format === 'QR') return <QrCode value={barcode.message} label={label} size={size} />
  return <Written barcode={barcode} label={label} size={size} />
}

function Written({ barcode, label, size }: Props) {
  const { format, message } = barcode
  const [image, setImage] = useState<string>()
  useEffect(() => {
    let wanted = true
    void import('./writeBarcode').then(async ({ writeBarcodeSvg }) => {
      if (format === 'QR') return
      const svg = await writeBarcodeSvg(message, format)
      if (wanted) setImage(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    })
    return () => {
      wanted = false
    }
  }, [message, format])
  const wide = format !== 'AZTEC'
  const box = { width: wide ? 262 : size, maxWidth: '100%', height: wide ? 92 : size }
  return image ? (
    <img src={image} alt={label} style={{ ...box, padding: 8, objectFit: wide ? 'fill' : 'contain' }} />
  ) : (
    <span style={box} />
  )
}
