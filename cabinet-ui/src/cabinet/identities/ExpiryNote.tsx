import { Badge } from '@mantine/core'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Identity } from './identity'
import { texts } from './texts'

const COLORS = { NOTICE: 'gray', WARNING: 'honey', CRITICAL: 'red', EXPIRED: 'red' } as const

/** How long it still lasts; louder 90, 30 and 7 days ahead. */
export function ExpiryBadge({ identity }: { identity: Identity }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { warning, daysLeft } = identity
  if (daysLeft === null || daysLeft === undefined) return null
  if (daysLeft < 0) return <Badge color="red">{t('expired')}</Badge>
  return (
    <Badge color={warning ? COLORS[warning] : 'pine'}>
      {t('daysLeft', { count: daysLeft, days: f.number(daysLeft) })}
    </Badge>
  )
}
