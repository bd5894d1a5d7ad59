import { defineTexts } from '../i18n/texts'

/** Texts of the common components. */
export const texts = defineTexts({
  language: { ru: 'Язык', en: 'Language' },
  colorScheme: { ru: 'Тёмная тема', en: 'Dark theme' },
  skip: { ru: 'К содержимому', en: 'Skip to content' },
  loading: { ru: 'Загрузка', en: 'Loading' },
  loadMore: { ru: 'Показать ещё', en: 'Show more' },
  retry: { ru: 'Повторить', en: 'Try again' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  copy: { ru: 'Скопировать', en: 'Copy' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  close: { ru: 'Закрыть', en: 'Close' },
  sortBy: { ru: 'Сортировать: {column}', en: 'Sort by {column}' },
  requestId: { ru: 'Номер запроса: {id}', en: 'Request: {id}' },
  errorTitle: { ru: 'Не получилось', en: 'That did not work' },
  errorNetwork: {
    ru: 'Нет связи с сервером. Проверьте сеть и повторите.',
    en: 'The server cannot be reached. Check the network and try again.',
  },
  errorUnknown: {
    ru: 'Что-то сломалось на этой странице. Обновите её; если повторится — сообщите нам.',
    en: 'Something broke on this page. Reload it; if it happens again, tell us.',
  },
  reload: { ru: 'Обновить страницу', en: 'Reload the page' },
  inApple: {
    ru: {
      one: 'Apple Wallet: {count} устройство',
      few: 'Apple Wallet: {count} устройства',
      many: 'Apple Wallet: {count} устройств',
      other: 'Apple Wallet: {count} устройства',
    },
    en: { one: 'Apple Wallet: {count} device', other: 'Apple Wallet: {count} devices' },
  },
  inGoogle: {
    ru: {
      one: 'Google Wallet: {count} устройство',
      few: 'Google Wallet: {count} устройства',
      many: 'Google Wallet: {count} устройств',
      other: 'Google Wallet: {count} устройства',
    },
    en: { one: 'Google Wallet: {count} device', other: 'Google Wallet: {count} devices' },
  },
  noWallet: { ru: 'нет в кошельке', en: 'not in a wallet' },
  amountWrong: { ru: 'Введите сумму, например 250 или 99,90', en: 'Enter an amount, for example 250 or 99.90' },
})
