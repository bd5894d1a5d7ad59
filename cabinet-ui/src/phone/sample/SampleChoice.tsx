import { Group, SegmentedControl } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { LOCALES, type Locale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Platform = Schemas['Phone']['platform']

type Props = {
  platform: Platform
  onPlatform: (platform: Platform) => void
  lang: Locale
  onLang: (lang: Locale) => void
}

/** Whose make the phone is, and what language it speaks. */
export function SampleChoice({ platform, onPlatform, lang, onLang }: Props) {
  const t = useTexts(texts)
  return (
    <Group gap="xs" justify="center">
      <SegmentedControl
        aria-label={t('platform')}
        value={platform}
        onChange={(next) => onPlatform(next as Platform)}
        data={[
          { value: 'APPLE', label: 'iPhone' },
          { value: 'GOOGLE', label: 'Android' },
        ]}
      />
      <SegmentedControl
        aria-label={t('cardLanguage')}
        value={lang}
        onChange={(next) => onLang(next as Locale)}
        data={LOCALES.map((one) => ({ value: one, label: one.toUpperCase() }))}
      />
    </Group>
  )
}
