import { defineTexts } from '@/base/i18n/texts'

/** Texts that all of the member's pages share. */
export const texts = defineTexts({
  skip: { ru: 'К содержимому', en: 'Skip to content' },
  language: { ru: 'Язык', en: 'Language' },
  russian: { ru: 'Русский', en: 'Russian' },
  english: { ru: 'Английский', en: 'English' },
  darkTheme: { ru: 'Тёмная тема', en: 'Dark theme' },
  poweredBy: { ru: 'Карта работает на Kartela', en: 'Powered by Kartela' },
  contacts: { ru: 'Магазин', en: 'The shop' },
  newTab: { ru: '(в новой вкладке)', en: '(in a new tab)' },
  details: { ru: 'Подробности', en: 'Details' },
  requestId: { ru: 'Номер запроса: {id}', en: 'Request: {id}' },
  retry: { ru: 'Повторить', en: 'Try again' },
  reload: { ru: 'Обновить страницу', en: 'Reload the page' },
  brokenTitle: { ru: 'Страница сломалась', en: 'This page broke' },
  brokenText: {
    ru: 'Обновите её. Если повторится — скажите об этом в магазине.',
    en: 'Please reload it. If it happens again, tell the shop.',
  },
  notFoundTitle: { ru: 'Здесь ничего нет', en: 'There is nothing here' },
  notFoundText: {
    ru: 'Проверьте ссылку: возможно, она скопирована не целиком.',
    en: 'Check the link: perhaps a part of it is missing.',
  },
})
