import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  cards: { ru: 'Пластиковые карты', en: 'Plastic cards' },
  noCards: { ru: 'Пластиковых карт нет', en: 'No plastic cards' },
  chip: { ru: 'чип {uid}', en: 'chip {uid}' },
  blocked: { ru: 'заблокирована', en: 'blocked' },
  more: { ru: 'Что сделать с картой {card}', en: 'Actions for card {card}' },
  block: { ru: 'Заблокировать', en: 'Block' },
  unblock: { ru: 'Разблокировать', en: 'Unblock' },
  detach: { ru: 'Отвязать', en: 'Detach' },
  detachTitle: { ru: 'Отвязать карту {card}?', en: 'Detach card {card}?' },
  detachText: {
    ru: 'По ней больше не найти участника. Бонусы останутся: они на счёте, а не на карте.',
    en: 'The member will no longer be found by it. Bonuses stay: they are on the account, not on the card.',
  },
  attach: { ru: 'Привязать карту', en: 'Attach a card' },
  attachTitle: { ru: 'Привязать пластиковую карту', en: 'Attach a plastic card' },
  number: { ru: 'Номер карты', en: 'Card number' },
  numberHint: {
    ru: 'Считайте сканером или введите цифры под штрихкодом',
    en: 'Scan it or type the digits under the barcode',
  },
  numberRequired: { ru: 'Введите номер карты', en: 'Enter the card number' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  attached: { ru: 'Карта привязана', en: 'The card is attached' },
  detached: { ru: 'Карта отвязана', en: 'The card is detached' },
  blockedDone: { ru: 'Карта заблокирована', en: 'The card is blocked' },
  unblockedDone: { ru: 'Карта разблокирована', en: 'The card is unblocked' },
})
