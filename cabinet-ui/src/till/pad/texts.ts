import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  erase: { ru: 'Стереть', en: 'Erase' },
})
