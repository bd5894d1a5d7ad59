import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  found: { ru: '{name}, уровень «{tier}», бонусов {amount}', en: '{name}, tier {tier}, {amount} bonuses' },
  burns: { ru: '{amount} сгорят {date}', en: '{amount} expire on {date}' },
  birthday: { ru: 'Скоро или только что был день рождения', en: 'Birthday around now' },
  price: { ru: 'К оплате {toPay}', en: 'To pay {toPay}' },
  spends: { ru: 'Бонусами {amount}', en: '{amount} with bonuses' },
  earns: { ru: 'Начислим {amount}', en: 'Earns {amount}' },
  committed: { ru: 'Чек проведён, оплачено {toPay}', en: 'Sale completed, {toPay} paid' },
  kept: {
    ru: 'Связи нет, чек на {toPay} сохранён на кассе',
    en: 'No connection, the receipt of {toPay} is kept on this till',
  },
})
