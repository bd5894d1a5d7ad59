import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  found: { ru: '{name}, уровень «{tier}», бонусов {amount}', en: '{name}, tier {tier}, {amount} bonuses' },
  burns: {
    ru: {
      one: '{amount} сгорит {date}',
      few: '{amount} сгорят {date}',
      many: '{amount} сгорят {date}',
      other: '{amount} сгорят {date}',
    },
    en: { one: '{amount} expires on {date}', other: '{amount} expire on {date}' },
  },
  birthday: { ru: 'На этих днях день рождения', en: 'Birthday about now' },
  price: { ru: 'К оплате {toPay}', en: 'To pay {toPay}' },
  spends: { ru: 'Бонусами {amount}', en: '{amount} with bonuses' },
  earns: { ru: 'Начислим {amount}', en: 'Earns {amount}' },
  committed: { ru: 'Чек проведён, оплачено {toPay}', en: 'Sale completed, {toPay} paid' },
  kept: {
    ru: 'Связи нет, чек на {toPay} сохранён на кассе',
    en: 'No connection, the receipt of {toPay} is kept on this till',
  },
})
