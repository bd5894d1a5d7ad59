import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  close: { ru: 'Закрыть', en: 'Close' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
})
