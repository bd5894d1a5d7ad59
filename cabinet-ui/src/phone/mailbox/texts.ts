import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'SMS симулятора', en: 'The simulator’s SMS' },
  hint: {
    ru: 'Всё, что служба «отправила» по SMS. Страница обновляется сама.',
    en: 'Everything the service “sent” by SMS. The page updates by itself.',
  },
  start: { ru: 'На стартовую страницу', en: 'To the start page' },
  empty: { ru: 'Пока ничего не пришло', en: 'Nothing has come yet' },
  emptyText: {
    ru: 'Вступите в программу магазина: код подтверждения появится здесь.',
    en: 'Join the shop’s program: the one-time code will appear here.',
  },
  join: { ru: 'Открыть страницу магазина', en: 'Open the shop’s page' },
  off: { ru: 'Симулятор выключен', en: 'The simulator is off' },
  offText: {
    ru: 'SMS видны здесь только в демо-режиме: запустите службу командой ./run.',
    en: 'SMS are shown here in demo mode only: start the service with ./run.',
  },
  messages: { ru: 'Сообщения', en: 'Messages' },
  copyCode: { ru: 'Скопировать код {code}', en: 'Copy the code {code}' },
  copied: { ru: 'Скопировано', en: 'Copied' },
})
