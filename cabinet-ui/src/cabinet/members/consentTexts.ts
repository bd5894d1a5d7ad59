import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  consents: { ru: 'Согласия', en: 'Consents' },
  consentsHint: {
    ru: 'Что, когда и где разрешил покупатель. Записи не меняются и служат доказательством.',
    en: 'What the customer agreed to, when and where. Records are never changed and serve as proof.',
  },
  'purpose.PROGRAM': { ru: 'Участие в программе', en: 'Taking part in the program' },
  'purpose.PERSONAL_DATA': { ru: 'Обработка персональных данных', en: 'Processing of personal data' },
  'purpose.MARKETING': { ru: 'Рекламные сообщения', en: 'Marketing messages' },
  granted: { ru: 'согласие получено', en: 'consent given' },
  withdrawn: { ru: 'согласие отозвано', en: 'consent withdrawn' },
  'source.PLACE': { ru: 'в личном кабинете', en: 'in their account' },
  'source.SITE': { ru: 'в форме на сайте магазина', en: 'in the form on the shop’s site' },
  'source.SIGN_UP_PAGE': { ru: 'на странице регистрации', en: 'on the sign-up page' },
  'source.TILL': { ru: 'на кассе', en: 'at the till' },
  'source.CABINET': { ru: 'в кабинете', en: 'in the cabinet' },
  'source.LINK': { ru: 'по ссылке в письме', en: 'by the link in a letter' },
  'source.VENDOR': { ru: 'через оператора или мессенджер', en: 'through the provider or messenger' },
  'source.MIGRATED': { ru: 'до ведения журнала согласий', en: 'before consents were recorded' },
  network: { ru: 'сеть {network}', en: 'network {network}' },
  words: { ru: 'Текст: «{text}»', en: 'Wording: “{text}”' },
  consentsEmpty: { ru: 'Согласий не записано', en: 'No consents on record' },
  withdraw: { ru: 'Отозвать согласие на рекламу', en: 'Withdraw marketing consent' },
  withdrawTitle: { ru: 'Больше не писать {name}?', en: 'Stop writing to {name}?' },
  withdrawText: {
    ru: 'Рассылки перестанут приходить сразу, в том числе уже поставленные в очередь. Коды и изменения карты приходить будут. Вернуть согласие может только сам покупатель — на странице регистрации, по коду из SMS.',
    en: 'Campaigns stop at once, those already queued included. Codes and changes of the card still come. Only the customer can agree again, on the sign-up page with a code from an SMS.',
  },
  withdrawConfirm: { ru: 'Отозвать', en: 'Withdraw' },
  withdrawDone: { ru: 'Согласие отозвано', en: 'Consent withdrawn' },
})
