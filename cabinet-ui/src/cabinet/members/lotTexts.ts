import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  lots: { ru: 'Что и когда сгорит', en: 'What expires when' },
  lotsHint: {
    ru: 'Сначала тратятся те, что сгорят раньше.',
    en: 'What expires first is spent first.',
  },
  lotsEmpty: { ru: 'Бонусов сейчас нет', en: 'No bonuses now' },
  burns: {
    ru: {
      one: '{amount} бонус сгорит {date}',
      few: '{amount} бонуса сгорят {date}',
      many: '{amount} бонусов сгорят {date}',
      other: '{amount} бонуса сгорят {date}',
    },
    en: { one: '{amount} bonus expires on {date}', other: '{amount} bonuses expire on {date}' },
  },
  never: {
    ru: {
      one: '{amount} бонус не сгорает',
      few: '{amount} бонуса не сгорают',
      many: '{amount} бонусов не сгорают',
      other: '{amount} бонуса не сгорают',
    },
    en: { one: '{amount} bonus never expires', other: '{amount} bonuses never expire' },
  },
  opens: { ru: 'откроются {date}', en: 'available from {date}' },
  held: { ru: 'в резерве {amount}', en: '{amount} on hold' },
  leftOf: { ru: 'осталось из {amount}', en: 'left of {amount}' },
  all: { ru: 'Показать все', en: 'Show all' },
  void: { ru: 'Отменить начисление', en: 'Take back' },
  voidTitle: { ru: 'Отменить начисление?', en: 'Take the credit back?' },
  voidText: {
    ru: 'С карты спишется то, что осталось от этого начисления: {amount}. Потраченное останется потраченным, другие бонусы не изменятся.',
    en: 'What is left of this credit goes: {amount}. What was spent stays spent, other bonuses stay as they are.',
  },
  reason: { ru: 'Причина', en: 'Reason' },
  reasonHint: { ru: 'Останется в истории и в журнале', en: 'Stays in the history and the audit log' },
  reasonRequired: { ru: 'Укажите причину', en: 'Give the reason' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  voided: { ru: 'Начисление отменено', en: 'The credit was taken back' },
  reasonBy: { ru: '{reason} — {author}', en: '{reason} ({author})' },
})
