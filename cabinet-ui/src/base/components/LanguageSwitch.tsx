import { SegmentedControl } from '@mantine/core'
import { isLocale, setLocale, useLocale } from '../i18n/locale'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

export function LanguageSwitch() {
  const locale = useLocale()
  const t = useTexts(texts)
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={locale}
      onChange={(value) => isLocale(value) && setLocale(value)}
      data={[
        { value: 'ru', label: 'RU' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}
