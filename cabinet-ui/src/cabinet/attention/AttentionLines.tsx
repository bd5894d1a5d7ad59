import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Zone = { zone?: string }

/** Vendors that answer nobody. */
export function SilentVendors({ silent, zone }: { silent: Schemas['SilentVendor'][] } & Zone) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  return silent.map((one) => (
    <Line key={one.vendor}>{t(`silent.${one.vendor}`, { since: f.dateTime(one.since) })}</Line>
  ))
}

/** A shop's cards that phones or Google do not know the newest of, and why. */
export function UndeliveredCards({ cards, zone }: { cards: Schemas['UndeliveredCards'][] } & Zone) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  return cards.map((one) => (
    <Line key={`${one.channel} ${one.reason}`}>
      {t(`cards.${one.channel}`, { count: one.cards, since: f.dateTime(one.since) })} {t(`reason.${one.reason}`)}
    </Line>
  ))
}

export function Line({ children }: { children: React.ReactNode }) {
  return (
    <Text fz="sm" c="var(--k-text)">
      {children}
    </Text>
  )
}
