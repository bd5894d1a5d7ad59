import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Кого показать', en: 'Whom to show' },
  apply: { ru: 'Показать', en: 'Show' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  sentence: { ru: 'Условие: {what}', en: 'Condition: {what}' },
  change: { ru: 'Изменить', en: 'Change' },
  clear: { ru: 'Сбросить', en: 'Clear' },
  save: { ru: 'Сохранить как сегмент', en: 'Save as a segment' },
  saveTitle: { ru: 'Новый сегмент', en: 'New segment' },
  saveText: {
    ru: 'Сегмент увидят все, кто работает в кабинете; по нему можно открыть этот список и написать рассылку.',
    en: 'Everybody who works in the cabinet sees the segment; it opens this list, and campaigns can be written to it.',
  },
  name: { ru: 'Название', en: 'Name' },
  nameRequired: { ru: 'Назовите сегмент', en: 'Name the segment' },
  saveDo: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сегмент «{name}» сохранён', en: 'The segment “{name}” is saved' },
})
