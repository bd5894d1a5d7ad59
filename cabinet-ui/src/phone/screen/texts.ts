import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  lockScreen: { ru: 'Экран блокировки', en: 'Lock screen' },
  addCard: { ru: 'Добавить карту', en: 'Add a card' },
  clearNotices: { ru: 'Очистить уведомления', en: 'Clear the notices' },
  noCards: { ru: 'В кошельке пусто', en: 'The wallet is empty' },
  noCardsText: {
    ru: 'Вступите в программу и нажмите на странице карты кнопку демо-телефона — или вставьте ссылку.',
    en: 'Join the program and press the demo phone’s button on the card’s page, or paste the link.',
  },
  noNotices: { ru: 'Уведомлений нет', en: 'No notices' },
  openNotice: { ru: 'Открыть карту', en: 'Open the card' },
  now: { ru: 'сейчас', en: 'now' },
  showCard: { ru: 'Показать карту {name}', en: 'Show the card {name}' },
  flip: { ru: 'Перевернуть карту', en: 'Turn the card over' },
})
