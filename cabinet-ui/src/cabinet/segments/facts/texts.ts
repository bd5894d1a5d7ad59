import { defineTexts } from '@/base/i18n/texts'

const days = {
  ru: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
  en: { one: '{count} day', other: '{count} days' },
}

export const texts = defineTexts({
  groupWhen: { ru: 'Когда', en: 'When' },
  groupMoney: { ru: 'Деньги и бонусы', en: 'Money and bonuses' },
  groupCard: { ru: 'Карта и связи', en: 'Card and ties' },
  days,
  fromDays: { ru: 'Не меньше, дней назад', en: 'At least, days ago' },
  throughDays: { ru: 'Не больше, дней назад', en: 'At most, days ago' },
  anyNumber: { ru: 'сколько угодно', en: 'any' },

  lastPurchase: { ru: 'Последняя покупка', en: 'Last purchase' },
  lastPurchaseFrom: { ru: 'не покупает {from} или дольше', en: 'has bought nothing for {from} or longer' },
  lastPurchaseThrough: {
    ru: 'последней покупке не больше {through}',
    en: 'the last purchase is at most {through} old',
  },
  lastPurchaseBoth: {
    ru: 'последней покупке не меньше {from} и не больше {through}',
    en: 'the last purchase is at least {from} and at most {through} old',
  },
  joined: { ru: 'Давно ли в программе', en: 'Time in the program' },
  joinedFrom: { ru: 'в программе {from} или дольше', en: 'has been in the program for {from} or longer' },
  joinedThrough: { ru: 'в программе не больше {through}', en: 'has been in the program for at most {through}' },
  joinedBoth: {
    ru: 'в программе не меньше {from} и не больше {through}',
    en: 'has been in the program for at least {from} and at most {through}',
  },
  birthday: { ru: 'День рождения', en: 'Birthday' },
  daysBefore: { ru: 'Дней до', en: 'Days before' },
  daysAfter: { ru: 'Дней после', en: 'Days after' },
  birthdayToday: { ru: 'день рождения сегодня', en: 'the birthday is today' },
  birthdaySoon: {
    ru: 'день рождения сегодня или до него не больше {before}',
    en: 'the birthday is today or at most {before} ahead',
  },
  birthdayWas: {
    ru: 'день рождения сегодня или был не больше {after} назад',
    en: 'the birthday is today or was at most {after} ago',
  },
  birthdayAround: {
    ru: 'до дня рождения не больше {before} или после него не больше {after}',
    en: 'the birthday is at most {before} ahead or was at most {after} ago',
  },
  feb29: { ru: 'Родились 29 февраля, год обычный', en: 'Born on 29 February, common year' },
  'feb29.FEB_28': { ru: 'Отмечают 28 февраля', en: 'Celebrate on 28 February' },
  'feb29.MAR_1': { ru: 'Отмечают 1 марта', en: 'Celebrate on 1 March' },

  firstPurchase: { ru: 'Ещё ничего не купил', en: 'Has bought nothing yet' },
  firstPurchaseSays: { ru: 'ещё ничего не купил', en: 'has bought nothing yet' },
  firstPurchaseNot: { ru: 'уже покупал', en: 'has bought before' },

  balance: { ru: 'Бонусы на счёте', en: 'Bonuses on the account' },
  balanceSays: { ru: 'бонусов на счёте {range}', en: 'the bonuses on the account are {range}' },
  averageReceipt: { ru: 'Средний чек', en: 'Average receipt' },
  averageReceiptSays: { ru: 'средний чек {window} — {range}', en: 'the average receipt {window} is {range}' },
  boughtInStore: { ru: 'Покупки в магазине', en: 'Purchases at a store' },
  stores: { ru: 'Любой из магазинов', en: 'Any of these stores' },
  boughtInStoreSays: { ru: 'покупал в магазине {stores} {window}', en: 'bought at {stores} {window}' },
  boughtInStoreNot: { ru: 'не покупал в магазине {stores} {window}', en: 'did not buy at {stores} {window}' },

  wallet: { ru: 'Карта в телефоне', en: 'Card in the phone' },
  holds: { ru: 'Где карта', en: 'Where the card is' },
  'holds.ANY': { ru: 'В любом кошельке', en: 'In any wallet' },
  'holds.APPLE': { ru: 'В Apple Wallet', en: 'In Apple Wallet' },
  'holds.GOOGLE': { ru: 'В Google Wallet', en: 'In Google Wallet' },
  'holds.NONE': { ru: 'Ни в одном', en: 'In none' },
  'holdsSays.ANY': { ru: 'карта есть в телефоне', en: 'the card is in a phone' },
  'holdsSays.APPLE': { ru: 'карта есть в Apple Wallet', en: 'the card is in Apple Wallet' },
  'holdsSays.GOOGLE': { ru: 'карта есть в Google Wallet', en: 'the card is in Google Wallet' },
  'holdsSays.NONE': { ru: 'карты нет ни в одном телефоне', en: 'the card is in no phone' },
  consent: { ru: 'Согласие на сообщения', en: 'Consent to messages' },
  consentSays: { ru: 'разрешил сообщения', en: 'allowed messages' },
  consentNot: { ru: 'не разрешил сообщения', en: 'did not allow messages' },
  invited: { ru: 'Пришёл по приглашению', en: 'Was invited by somebody' },
  invitedSays: { ru: 'пришёл по приглашению', en: 'was invited by somebody' },
  invitedNot: { ru: 'пришёл сам', en: 'came without an invitation' },
  brought: { ru: 'Привёл друзей', en: 'Brought friends' },
  broughtFrom: { ru: 'Не меньше', en: 'At least' },
  broughtThrough: { ru: 'Не больше', en: 'At most' },
  broughtSays: { ru: 'привёл друзей: от {from}', en: 'brought {from} or more friends' },
  broughtBoth: { ru: 'привёл друзей: от {from} до {through}', en: 'brought {from} to {through} friends' },
})
