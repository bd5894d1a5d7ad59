import { defineTexts } from '../i18n/texts'

/** Texts of the common components. */
export const texts = defineTexts({
  language: { ru: 'Язык', en: 'Language' },
  colorScheme: { ru: 'Тёмная тема', en: 'Dark theme' },
  skip: { ru: 'К содержимому', en: 'Skip to content' },
  retry: { ru: 'Повторить', en: 'Try again' },
  copy: { ru: 'Скопировать', en: 'Copy' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  closeMessage: { ru: 'Закрыть сообщение', en: 'Close the message' },
  details: { ru: 'Подробности', en: 'Details' },
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
})
