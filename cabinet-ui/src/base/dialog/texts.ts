import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  close: { ru: 'Закрыть', en: 'Close' },
  leaveTitle: { ru: 'Уйти без сохранения?', en: 'Leave without saving?' },
  leaveText: { ru: 'Введённое здесь пропадёт.', en: 'What you entered here will be lost.' },
  leave: { ru: 'Не сохранять', en: 'Do not save' },
  stay: { ru: 'Остаться', en: 'Stay' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
})
