import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  platform: { ru: 'Телефон', en: 'Phone' },
  cardLanguage: { ru: 'Язык телефона', en: 'Phone’s language' },
})
