import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  ru: { ru: 'Название по-русски', en: 'Name in Russian' },
  en: { ru: 'Название по-английски', en: 'Name in English' },
})
