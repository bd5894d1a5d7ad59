import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Отчёт по сертификатам', en: 'Certificates report' },
  hint: {
    ru: 'Движения за период и сколько магазин должен на его конец',
    en: 'Movements of a period and what the shop owes at its end',
  },
  back: { ru: 'Все сертификаты', en: 'All certificates' },
  from: { ru: 'С', en: 'From' },
  to: { ru: 'По', en: 'To' },
  bought: { ru: 'Купленные', en: 'Bought' },
  boughtHint: {
    ru: 'Деньги покупателей: авансы, которые ещё не потрачены, магазин должен вернуть по требованию',
    en: "Buyers' money: what is not spent yet is paid back on demand",
  },
  gifted: { ru: 'Подаренные магазином', en: 'Given by the shop' },
  giftedHint: { ru: 'Обещанные скидки: денег за них не платили', en: 'Promised discounts: nobody paid for them' },
  issued: { ru: 'Выпущено', en: 'Issued' },
  sold: { ru: 'Продано и пополнено', en: 'Sold and topped up' },
  given: { ru: 'Подарено', en: 'Given' },
  spent: { ru: 'Потрачено', en: 'Spent' },
  spentHint: { ru: 'за вычетом возвратов покупок', en: 'less returned purchases' },
  refunded: { ru: 'Возвращено деньгами', en: 'Paid back' },
  owed: { ru: 'Осталось на конец', en: 'Left at the end' },
  ended: { ru: 'Пропало по сроку', en: 'Ended unused' },
  ages: { ru: 'Осталось по возрасту', en: 'Left by age' },
  age: { ru: 'Сколько дней назад выпущен', en: 'Issued how many days ago' },
  count: { ru: 'Сертификатов', en: 'Certificates' },
  amount: { ru: 'Сумма', en: 'Amount' },
  days: { ru: '{from}–{to}', en: '{from}–{to}' },
  older: { ru: '{from} и больше', en: '{from} and more' },
})
