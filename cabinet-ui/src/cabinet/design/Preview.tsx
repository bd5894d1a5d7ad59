import { Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import type { SampleCustomer } from '@/base/api/queries/design'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { SampleChoice } from '@/phone/sample/SampleChoice'
import { SamplePhone } from '@/phone/sample/SamplePhone'
import classes from './Preview.module.css'
import { TryOn } from './TryOn'
import { texts } from './texts'
import { usePreviewCards } from './usePreviewCards'

type Props = {
  document: string
  tiers: readonly Schemas['Tier'][]
  tier: string
  onTier: (tier: string) => void
}

const CUSTOMERS: readonly SampleCustomer[] = ['NEWCOMER', 'REGULAR', 'TOP', 'DEBTOR', 'NEWS']

/** A sample card on both phones, drawn by the same hands as the simulated phones' cards. */
export function Preview({ document, tiers, tier, onTier }: Props) {
  const t = useTexts(texts)
  const [lang, setLang] = useState(useLocale())
  const [platform, setPlatform] = useState<Schemas['Phone']['platform']>('APPLE')
  const [older, setOlder] = useState(false)
  const [customer, setCustomer] = useState<SampleCustomer>('REGULAR')
  const shownTier = tier || (tiers[0]?.id ?? '')
  const { cards, stale } = usePreviewCards(document, { tier: shownTier, lang, customer })
  const newer = cards?.appleNewer
  const card = platform === 'GOOGLE' ? cards?.google : older || !newer ? cards?.apple : newer

  /** Who is new stands at the beginning, who spends most at the end. */
  function choose(next: SampleCustomer) {
    setCustomer(next)
    const byRank = [...tiers].sort((a, b) => a.rank - b.rank)
    const own = next === 'NEWCOMER' ? byRank[0] : next === 'TOP' ? byRank.at(-1) : undefined
    if (own) onTier(own.id)
  }
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <SampleChoice platform={platform} onPlatform={setPlatform} lang={lang} onLang={setLang} />
      <WhoseCard customer={customer} onCustomer={choose} tiers={tiers} tier={shownTier} onTier={onTier} />
      {platform === 'APPLE' && newer && (
        <SegmentedControl
          aria-label={t('iphones')}
          value={older ? 'older' : 'newer'}
          onChange={(next) => setOlder(next === 'older')}
          data={[
            { value: 'newer', label: t('iphones.newer') },
            { value: 'older', label: t('iphones.older') },
          ]}
        />
      )}
      <Text fz="sm" c="dimmed" ta="center" role="status">
        {stale ? t('previewStale') : card?.poster ? t('previewPoster') : t('previewHint')}
      </Text>
      <div className={classes.phone} data-stale={stale || undefined}>
        <SamplePhone
          key={`${platform} ${older}`}
          platform={platform}
          label={`${t('preview')}: ${platform === 'APPLE' ? 'iPhone' : 'Android'}`}
          card={card}
        />
      </div>
      <TryOn sample={{ tier: shownTier, lang, customer }} />
    </section>
  )
}

type WhoseProps = {
  customer: SampleCustomer
  onCustomer: (customer: SampleCustomer) => void
  tiers: readonly Schemas['Tier'][]
  tier: string
  onTier: (tier: string) => void
}

function WhoseCard({ customer, onCustomer, tiers, tier, onTier }: WhoseProps) {
  const t = useTexts(texts)
  const text = useLocalText()
  return (
    <Group gap="xs" justify="center" wrap="nowrap">
      <Select
        aria-label={t('previewCustomer')}
        w={190}
        value={customer}
        allowDeselect={false}
        data={CUSTOMERS.map((one) => ({ value: one, label: t(`customer.${one}`) }))}
        onChange={(next) => next && onCustomer(next as SampleCustomer)}
      />
      <Select
        aria-label={t('previewTier')}
        w={140}
        value={tier}
        allowDeselect={false}
        data={tiers.map((one) => ({ value: one.id, label: text(one.name) }))}
        onChange={(next) => next && onTier(next)}
      />
    </Group>
  )
}
