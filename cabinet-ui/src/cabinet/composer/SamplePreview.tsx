import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { SampleChoice } from '@/phone/sample/SampleChoice'
import { useShopCardsWithNews } from '../shopCard/useShopCards'
import { PhonePicture, type Platform } from './PhonePicture'
import { texts } from './texts'

type View = 'lock' | 'card'

/** An invented customer's phone: the notice on the lock screen, and where it stays on the shop's own card. */
export function SamplePreview({ text, tierId }: { text: string; tierId: string | undefined }) {
  const t = useTexts(texts)
  const [view, setView] = useState<View>('lock')
  const [platform, setPlatform] = useState<Platform>('APPLE')
  const [lang, setLang] = useState(useLocale())
  const shown = text.trim() || t('previewEmpty')
  const cards = useShopCardsWithNews({ tier: tierId ?? '', lang }, shown)
  return (
    <Stack gap="sm">
      <SampleChoice platform={platform} onPlatform={setPlatform} lang={lang} onLang={setLang} />
      <SegmentedControl
        fullWidth
        aria-label={t('view')}
        value={view}
        onChange={(next) => setView(next as View)}
        data={[
          { value: 'lock', label: t('previewLock') },
          { value: 'card', label: t('previewCard') },
        ]}
      />
      <PhonePicture
        cards={cards}
        platform={platform}
        locked={view === 'lock'}
        text={shown}
        onOpen={() => setView('card')}
      />
    </Stack>
  )
}
