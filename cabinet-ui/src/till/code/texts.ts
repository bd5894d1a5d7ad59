import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  send: { ru: 'Отправить код', en: 'Send the code' },
  sending: { ru: 'Отправляем…', en: 'Sending…' },
  sentTo: { ru: 'Код отправлен на {phone}', en: 'The code was sent to {phone}' },
  'sentTo.MAX': { ru: 'Код отправлен в чат с ботом магазина в MAX', en: 'The code was sent to the shop’s bot in MAX' },
  'sentTo.TELEGRAM': {
    ru: 'Код отправлен в чат с ботом магазина в Telegram',
    en: 'The code was sent to the shop’s bot in Telegram',
  },
  codeLabel: { ru: 'Код из сообщения', en: 'Code from the message' },
  pad: { ru: 'Цифры кода', en: 'Digits of the code' },
  confirm: { ru: 'Подтвердить', en: 'Confirm' },
  checking: { ru: 'Проверяем…', en: 'Checking…' },
  slow: { ru: 'Связь медленная, ждём ответа…', en: 'The connection is slow, waiting for the answer…' },
  resend: { ru: 'Отправить ещё раз', en: 'Send again' },
  resendIn: { ru: 'Ещё раз можно через {seconds} с', en: 'Can be sent again in {seconds} s' },
  expired: { ru: 'Код устарел. Отправьте новый.', en: 'The code has expired. Send a new one.' },
})
