import { Text } from '@mantine/core'
import { IconCalculator } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useChannels } from '@/base/api/queries/channels'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Campaigns.module.css'
import { allBySms, type Estimate, estimateOf } from './estimate'
import { texts } from './estimateTexts'

type Props = { audience: Schemas['Audience'] | undefined; parts: number; percent: number }

/** By what it goes, what that costs and how long it takes, before it begins. */
export function EstimateNote({ audience, parts, percent }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const channels = useChannels().data?.items ?? []
  if (!audience || audience.withWallet + (audience.beside ?? []).length === 0) return null
  const estimate = estimateOf(audience, channels, parts, percent)
  const { card, ways, cost, allBySms: all } = estimate
  const by = [
    ...(card > 0 ? [t('card', { count: f.number(card) })] : []),
    ...ways.map(({ kind, members }) => t(`way.${kind}`, { count: f.number(members) })),
  ]
  return (
    <section className={classes.advice} aria-label={t('title')}>
      <IconCalculator size={24} aria-hidden />
      <div>
        <Text size="sm" fw={650}>
          {t('title')}: {by.join(', ')}.
        </Text>
        <Text size="sm">
          {cost > 0 ? t('costs', { cost: f.money(cost) }) : t('free')} <Duration estimate={estimate} />{' '}
          {all !== undefined && all > cost && t('saves', { all: f.money(all), saved: f.money(all - cost) })}
        </Text>
      </div>
    </section>
  )
}

function Duration({ estimate: { minutes } }: { estimate: Estimate }) {
  const t = useTexts(texts)
  if (minutes < 1) return t('soon')
  return minutes <= 90 ? t('minutes', { count: Math.ceil(minutes) }) : t('hours', { count: Math.round(minutes / 60) })
}

type SavedProps = { delivered: number; parts: number; cost: number }

/** What it has saved against text messages to the same people, at today's price. */
export function SavedSum({ delivered, parts, cost }: SavedProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const all = allBySms(useChannels().data?.items ?? [], delivered, parts)
  if (all === undefined || all <= cost) return null
  return (
    <Text size="sm" mt={4}>
      {t('saved', { all: f.money(all), saved: f.money(all - cost) })}
    </Text>
  )
}
