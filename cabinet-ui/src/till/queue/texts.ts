import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  noCard: { ru: 'без карты', en: 'no card' },
  pendingTitle: { ru: 'Чеки, которые ждут отправки', en: 'Receipts waiting to be sent' },
  pendingText: {
    ru: 'Они хранятся в этом браузере и уходят сами. Не очищайте его данные.',
    en: 'They are kept in this browser and sent by themselves. Do not clear its data.',
  },
  pendingNone: { ru: 'Все чеки отправлены', en: 'All receipts are sent' },
  sendNow: { ru: 'Отправить сейчас', en: 'Send now' },
  refused: { ru: 'Не принят', en: 'Refused' },
  waits: { ru: 'Ждёт связи', en: 'Waiting' },
  tryAgain: { ru: 'Повторить', en: 'Try again' },
  forget: { ru: 'Удалить', en: 'Delete' },
  forgetText: {
    ru: 'Чек не попадёт в программу. Удаляйте, только если провели его иначе.',
    en: 'The receipt will not reach the program. Delete it only if you booked it another way.',
  },
})
