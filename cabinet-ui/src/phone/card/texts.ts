import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  newTab: { ru: '(в новой вкладке)', en: '(in a new tab)' },
  actions: { ru: 'Кнопки под картой', en: 'Buttons under the card' },
  'action.viewOffersRewards': { ru: 'Акции', en: 'Offers' },
  'action.addToBalance': { ru: 'Пополнить', en: 'Top up' },
  'action.membershipBenefits': { ru: 'Привилегии', en: 'Benefits' },
  'action.shop': { ru: 'Магазин', en: 'Shop' },
  'action.order': { ru: 'Заказать', en: 'Order' },
  'action.call': { ru: 'Позвонить', en: 'Call' },
  'action.place': { ru: 'Маршрут', en: 'Directions' },
  done: { ru: 'Готово', en: 'Done' },
  removeCard: { ru: 'Удалить карту', en: 'Remove the card' },
  voided: { ru: 'Карта не действует', en: 'This card is not valid' },
  expired: { ru: 'Срок карты истёк', en: 'This card has expired' },
  validUntil: { ru: 'Действует до {time}', en: 'Valid until {time}' },
  updated: { ru: 'Обновлена {time}', en: 'Updated {time}' },
  signature: { ru: 'Проверено телефоном', en: 'Checked by the phone' },
  codeOf: { ru: 'Код карты {name}', en: 'Code of the card {name}' },
  cardOf: { ru: 'Карта {name}', en: 'Card {name}' },
})
