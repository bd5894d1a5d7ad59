import { useMemo } from 'react'
import { encode } from 'uqr'

type Props = { value: string; label: string; size?: number | string }

/** Black on white in both themes: readers want the contrast and the quiet zone. */
export function QrCode({ value, label, size = 220 }: Props) {
  const { path, side } = useMemo(() => {
    const code = encode(value, { ecc: 'M', border: 3 })
    let d = ''
    code.data.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) d += `M${x} ${y}h1v1h-1z`
      })
    })
    return { path: d, side: code.size }
  }, [value])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      style={{ background: '#fff', borderRadius: 12, maxWidth: '100%', height: 'auto', display: 'block' }}
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
