import { Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { PhoneFrame } from '@/phone/frame/PhoneFrame'
import { WalletScreen } from '@/phone/screen/WalletScreen'
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

const NOTHING: ReadonlySet<string> = new Set()

/** A sample card on both phones, drawn by the same hands as the simulated phones' cards. */
export function Preview({ document, tiers, tier, onTier }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [lang, setLang] = useState<'ru' | 'en'>(useLocale())
  const [platform, setPlatform] = useState<Schemas['Phone']['platform']>('APPLE')
  const shownTier = tier || (tiers[0]?.id ?? '')
  const { cards, stale } = usePreviewCards(document, shownTier, lang)
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <Group gap="xs" justify="center">
        <SegmentedControl
          aria-label={t('platform')}
          value={platform}
          onChange={(next) => setPlatform(next as typeof platform)}
          data={[
            { value: 'APPLE', label: 'iPhone' },
            { value: 'GOOGLE', label: 'Android' },
          ]}
        />
        <SegmentedControl
          aria-label={t('cardLanguage')}
          value={lang}
          onChange={(next) => setLang(next as typeof lang)}
          data={[
            { value: 'ru', label: 'RU' },
            { value: 'en', label: 'EN' },
          ]}
        />
        <Select
          aria-label={t('previewTier')}
          w={150}
          value={shownTier}
          data={tiers.map((one) => ({ value: one.id, label: text(one.name) }))}
          onChange={(next) => next && onTier(next)}
        />
      </Group>
      <Text fz="sm" c="dimmed" ta="center" role="status">
        {stale ? t('previewStale') : t('previewHint')}
      </Text>
      <div className={classes.phone} data-stale={stale || undefined}>
        <PhoneFrame
          platform={platform}
          label={`${t('preview')}: ${platform === 'APPLE' ? 'iPhone' : 'Android'}`}
          light={platform === 'GOOGLE'}
        >
          {cards && (
            <WalletScreen
              key={platform}
              phone={{
                id: 'preview',
                name: '',
                platform,
                online: true,
                cards: [platform === 'APPLE' ? cards.apple : cards.google],
                notices: [],
              }}
              changed={NOTHING}
              added={NOTHING}
              activeSerial={undefined}
              onActivate={() => {}}
            />
          )}
        </PhoneFrame>
      </div>
      <TryOn tier={shownTier} />
    </section>
  )
}
