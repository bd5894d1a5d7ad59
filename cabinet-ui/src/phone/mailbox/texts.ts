import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Сообщения симулятора', en: 'The simulator’s messages' },
  hint: {
    ru: 'Всё, что служба «отправила» по SMS, почте и в мессенджеры. Страница обновляется сама.',
    en: 'Everything the service “sent” by SMS, e-mail and messengers. The page updates by itself.',
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
  chats: { ru: 'Чаты с ботами', en: 'Chats with bots' },
  'chat.SMS': { ru: 'СМС', en: 'SMS' },
  'chat.MAIL': { ru: 'Почта', en: 'E-mail' },
  'chat.MAX': { ru: 'MAX', en: 'MAX' },
  'chat.TELEGRAM': { ru: 'Telegram', en: 'Telegram' },
  'chat.VK': { ru: 'ВКонтакте', en: 'VK' },
  invited: { ru: 'Бот магазина в {name}', en: 'The shop’s bot in {name}' },
  invitedText: {
    ru: 'Ссылка открыла чат с {bot}. Нажмите «Начать», как в мессенджере.',
    en: 'The link opened the chat with {bot}. Press “Start”, as in the messenger.',
  },
  begin: { ru: 'Начать', en: 'Start' },
  stop: { ru: 'Остановить бота', en: 'Stop the bot' },
  mute: { ru: 'Без звука на {hours} часов', en: 'Mute for {hours} hours' },
  unmute: { ru: 'Включить звук', en: 'Unmute' },
  ownPhone: { ru: 'Номер этого аккаунта', en: 'This account’s number' },
  forward: { ru: 'Переслать чужой контакт', en: 'Send somebody else’s contact' },
  stopped: { ru: 'Бот остановлен', en: 'The bot is stopped' },
  mutedUntil: { ru: 'Без звука до {time}', en: 'Muted until {time}' },
})
