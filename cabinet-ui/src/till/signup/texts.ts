import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  newMember: { ru: 'Новый участник', en: 'New member' },
  signUpText: {
    ru: 'Спросите телефон и имя, покупатель назовёт код из сообщения. Карту он добавит сам по QR-коду.',
    en: 'Ask for the phone and the name; the customer tells the code from the message and adds the card by QR code.',
  },
  signUpSend: { ru: 'Отправить код', en: 'Send the code' },
  signUpWithoutCode: { ru: 'Завести без кода', en: 'Create without a code' },
  signUpBack: { ru: 'Изменить номер', en: 'Change the phone' },
  phone: { ru: 'Телефон', en: 'Phone' },
  name: { ru: 'Имя', en: 'Name' },
  birthDate: { ru: 'Дата рождения', en: 'Birth date' },
  optional: { ru: 'необязательно', en: 'optional' },
  consents: { ru: 'Согласия покупателя', en: 'The customer’s consents' },
  consentsText: {
    ru: 'Спросите о каждом отдельно и отметьте, на что покупатель ответил «да».',
    en: 'Ask about each by itself and tick what the customer says yes to.',
  },
  consentTerms: { ru: 'Принимает правила программы лояльности', en: 'Accepts the program’s terms' },
  consentData: {
    ru: 'Согласен на обработку персональных данных',
    en: 'Consents to the processing of personal data',
  },
  consentMessages: { ru: 'Хочет узнавать об акциях и подарках', en: 'Wants to be told of offers and gifts' },
  'read.terms': { ru: 'Правила программы', en: 'Program terms' },
  'read.privacy': { ru: 'Как магазин обрабатывает данные', en: 'How the shop uses data' },
  newTab: { ru: '(в новой вкладке)', en: '(in a new tab)' },
  phoneWrong: { ru: 'Введите номер целиком', en: 'Enter the whole number' },
  nameRequired: { ru: 'Введите имя', en: 'Enter the name' },
  consentRequired: { ru: 'Без согласия карту завести нельзя', en: 'No card without consent' },
  cardReady: { ru: 'Карта готова', en: 'The card is ready' },
  inviteCode: { ru: 'Код приглашения', en: 'Invite code' },
  'invite.taken': { ru: 'Приглашение учтено.', en: 'The invitation counts.' },
  'invite.INVITE_UNKNOWN': { ru: 'Такого кода приглашения нет.', en: 'There is no such invite code.' },
  'invite.INVITE_OWN': {
    ru: 'Это собственный код покупателя, себя не приглашают.',
    en: 'This is the customer’s own code.',
  },
  'invite.INVITE_MEMBER_ALREADY': {
    ru: 'Покупатель уже участник, приглашение не понадобилось.',
    en: 'The customer is a member already; the invitation was not needed.',
  },
  cardExisted: { ru: 'У этого номера уже есть карта', en: 'This phone has a card already' },
  cardExistedText: {
    ru: 'Карта остаётся у её владельца: он откроет её сам, войдя по своему номеру на странице программы.',
    en: 'The card stays with its owner, who opens it on the sign-up page with this phone.',
  },
  cardQr: { ru: 'QR-код страницы карты', en: 'QR code of the card’s page' },
  cardQrText: {
    ru: 'Пусть покупатель наведёт камеру телефона и добавит карту в кошелёк.',
    en: 'Let the customer point the phone’s camera here and add the card to the wallet.',
  },
  continueSale: { ru: 'Продолжить с этим покупателем', en: 'Continue with this customer' },
})
