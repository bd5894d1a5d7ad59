import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  needsCode: {
    ru: 'Покупатель найден по телефону, без карты. Списать до {amount} можно с кодом из сообщения.',
    en: 'Found by phone, without the card. Up to {amount} can be spent with the code from a message.',
  },
  askCode: { ru: 'Списать по коду', en: 'Spend with a code' },
  needsCard: {
    ru: 'Бонусы списываются только по карте. Попросите показать карту в телефоне и отсканируйте её.',
    en: 'Bonuses are spent with the card only. Ask to see the card in the phone and scan it.',
  },
  title: { ru: 'Код для списания', en: 'Code to spend bonuses' },
  why: {
    ru: '{name}: карта не показана, поэтому списание подтверждает владелец телефона. Отправим код, покупатель назовёт его вам.',
    en: '{name}: the card was not shown, so the phone’s owner agrees to the spending. We send a code, the customer tells it you.',
  },
  orCard: {
    ru: 'Есть карта? Просто отсканируйте её — код не понадобится.',
    en: 'Is the card here? Just scan it, no code needed.',
  },
  send: { ru: 'Отправить код', en: 'Send the code' },
  sending: { ru: 'Отправляем…', en: 'Sending…' },
  sentTo: { ru: 'Код отправлен на {phone}', en: 'The code was sent to {phone}' },
  codeLabel: { ru: 'Код из сообщения', en: 'Code from the message' },
  pad: { ru: 'Цифры кода', en: 'Digits of the code' },
  confirm: { ru: 'Подтвердить', en: 'Confirm' },
  checking: { ru: 'Проверяем…', en: 'Checking…' },
  slow: { ru: 'Связь медленная, ждём ответа…', en: 'The connection is slow, waiting for the answer…' },
  resend: { ru: 'Отправить ещё раз', en: 'Send again' },
  resendIn: { ru: 'Ещё раз можно через {seconds} с', en: 'Can be sent again in {seconds} s' },
  expired: { ru: 'Код устарел. Отправьте новый.', en: 'The code has expired. Send a new one.' },
  cancel: { ru: 'Без списания', en: 'Do not spend' },
  proven: { ru: 'Код подошёл: бонусы можно списать', en: 'The code is right: bonuses can be spent' },
})
