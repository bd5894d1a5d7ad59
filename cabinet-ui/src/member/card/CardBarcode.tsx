import type { Schemas } from '@/base/api/client'
import { QrCode } from '@/base/components/QrCode'
import { useTexts } from '@/base/i18n/texts'
import classes from './CardBarcode.module.css'
import { ean13Modules } from './ean13'
import { texts } from './texts'

/** Light modules that a scanner wants before and behind the bars. */
const QUIET = 11

type Props = { card: Schemas['Card']; large?: boolean }

/** What the till reads: the design's own kind of code, else a QR code. */
export function CardBarcode({ card, large = false }: Props) {
  const t = useTexts(texts)
  // A card that was kept on the device before cards had barcodes of their own has none.
  const barcode = card.barcode as Schemas['Card']['barcode'] | undefined
  const modules = barcode?.format === 'EAN13' ? ean13Modules(barcode.message) : undefined
  if (!barcode || !modules) {
    return (
      <>
        <QrCode
          value={card.code}
          label={t('codeLabel', { number: card.number })}
          size={large ? 'min(78vw, 62vh, 420px)' : 168}
        />
        {large && <p className={classes.number}>{card.number}</p>}
      </>
    )
  }
  return (
    <div className={classes.bars} data-large={large || undefined}>
      <Bars modules={modules} label={t('barcodeLabel', { number: barcode.altText })} />
      <span className={large ? classes.number : classes.digits}>{barcode.altText}</span>
    </div>
  )
}

function Bars({ modules, label }: { modules: string; label: string }) {
  const path = [...modules.matchAll(/1+/g)].map(
    (bar) => `M${QUIET + bar.index} 0h${bar[0].length}v1h-${bar[0].length}z`,
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length + 2 * QUIET} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
