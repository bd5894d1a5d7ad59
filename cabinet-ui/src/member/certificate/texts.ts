import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Подарочный сертификат', en: 'Gift certificate' },
  missing: { ru: 'Такой страницы нет', en: 'There is no such page' },
  missingText: {
    ru: 'Возможно, сертификат перевыпустили и ссылка устарела. Спросите в магазине.',
    en: 'The certificate may have been issued again and the link is old. Ask the shop.',
  },
  left: { ru: 'Осталось', en: 'Left' },
  show: { ru: 'Покажите код на кассе', en: 'Show the code at the till' },
  qr: { ru: 'Код сертификата', en: 'Code of the certificate' },
  never: { ru: 'Действует без срока, можно тратить по частям', en: 'Never ends; spend it in parts as you like' },
  until: { ru: 'Действует до {day}, можно тратить по частям', en: 'Good until {day}; spend it in parts as you like' },
  'state.EMPTY': { ru: 'Сертификат потрачен', en: 'The certificate is spent' },
  'state.ENDED': { ru: 'Срок сертификата закончился', en: 'The certificate has ended' },
  'state.BLOCKED': {
    ru: 'Сертификат заблокирован: спросите в магазине',
    en: 'The certificate is blocked: ask the shop',
  },
  refund: {
    ru: 'Неиспользованный остаток магазин вернёт деньгами по вашей просьбе.',
    en: 'The shop pays what you do not use back when you ask for it.',
  },
  mine: { ru: 'Сертификаты', en: 'Certificates' },
  open: { ru: '{name} …{tail}: {rest}', en: '{name} …{tail}: {rest}' },
})
