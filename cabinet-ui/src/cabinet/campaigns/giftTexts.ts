import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  gift: { ru: 'Подарить бонусы', en: 'Give bonuses' },
  give: { ru: 'Подарить', en: 'Give' },
  bonusesFor: { ru: 'бонусов на', en: 'bonuses for' },
  days: { ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' }, en: { one: 'day', other: 'days' } },
  amount: { ru: 'Сколько бонусов', en: 'How many bonuses' },
  life: { ru: 'На сколько дней', en: 'For how many days' },
  missing: { ru: 'Сколько подарить?', en: 'How much?' },
  hint: {
    ru: 'Получит каждый, кому уйдёт сообщение, один раз. Сгорят у всех одновременно.',
    en: 'Everybody who is written to gets it, once. It expires for all at the same time.',
  },
  atMost: { ru: 'Не больше {amount} на всех.', en: 'At most {amount} for all.' },
  given: { ru: 'Подарено: {count} × {amount}', en: 'Given: {count} × {amount}' },
  giftOne: {
    ru: {
      one: '{amount} бонус на {life}',
      few: '{amount} бонуса на {life}',
      many: '{amount} бонусов на {life}',
      other: '{amount} бонуса на {life}',
    },
    en: { one: '{amount} bonus for {life}', other: '{amount} bonuses for {life}' },
  },
  insertGift: { ru: '+ подарок', en: '+ gift' },
  insertUntil: { ru: '+ подарок до', en: '+ gift until' },
  // as the service reads them, in braces
  wordsGift: { ru: 'подарок', en: 'gift' },
  wordsUntil: { ru: 'подарок до', en: 'gift until' },
})
