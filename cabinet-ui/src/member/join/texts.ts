import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  pageTitle: { ru: 'Карта «{shop}»', en: '{shop} card' },
  welcome: { ru: '{amount} бонусов сразу', en: '{amount} bonuses to start' },
  tiersTitle: { ru: 'Столько возвращается бонусами', en: 'This much comes back as bonuses' },
  earn: { ru: 'возвращается', en: 'comes back' },
  spend: { ru: 'платите до {percent} чека', en: 'pay up to {percent} of a bill' },
  bonusIs: { ru: '1 бонус = 1 ₽', en: '1 bonus = 1 ₽' },

  invitedBy: { ru: '{name} приглашает вас', en: '{name} invites you' },
  invited: { ru: 'Вас приглашает друг', en: 'A friend invites you' },
  inviteHave: { ru: 'Есть код приглашения?', en: 'Have an invite code?' },
  inviteCode: { ru: 'Код приглашения', en: 'Invite code' },
  inviteHint: { ru: 'Его называет или присылает друг', en: 'A friend tells or sends it' },
  inviteKnown: { ru: 'Код подошёл', en: 'The code is right' },
  inviteUnknown: {
    ru: 'Такого кода нет. Проверьте его — или получите карту и без него.',
    en: 'There is no such code. Check it, or get your card without it.',
  },

  formTitle: { ru: 'Получите карту', en: 'Get your card' },
  formHint: {
    ru: 'Она появится в кошельке телефона — ставить приложение не нужно.',
    en: 'It will live in your phone’s wallet: no app to install.',
  },
  phone: { ru: 'Телефон', en: 'Phone' },
  phoneWrong: { ru: 'Допишите номер целиком', en: 'Please complete the number' },
  name: { ru: 'Как к вам обращаться', en: 'Your name' },
  nameWrong: { ru: 'Напишите имя', en: 'Please enter your name' },
  birthDate: { ru: 'Дата рождения', en: 'Date of birth' },
  optional: { ru: '— по желанию', en: '— optional' },
  birthHint: { ru: 'Чтобы магазин мог вас поздравить', en: 'So that the shop can send its wishes' },
  birthIncomplete: { ru: 'Укажите день, месяц и год', en: 'Please give the day, the month and the year' },
  birthInvalid: { ru: 'Такой даты не было', en: 'There was no such day' },
  day: { ru: 'День', en: 'Day' },
  month: { ru: 'Месяц', en: 'Month' },
  year: { ru: 'Год', en: 'Year' },
  terms: {
    ru: 'Согласен на участие в программе и на обработку моих данных для неё',
    en: 'I agree to take part in the program and that my data is used for it',
  },
  termsWrong: { ru: 'Без этого согласия карту не выдать', en: 'The card needs this consent' },
  messages: { ru: 'Хочу узнавать об акциях и подарках', en: 'Tell me about offers and gifts' },
  detailsTitle: { ru: 'Что это значит', en: 'What this means' },
  detailsText: {
    ru: '«{shop}» хранит ваш телефон, имя, дату рождения, если вы её укажете, и покупки по карте, чтобы считать бонусы. Если вы согласились на новости, они придут на карту в кошельке. Отказаться или удалить данные можно в магазине.',
    en: '{shop} keeps your phone, name, date of birth if you give it, and the purchases made with the card, to count your bonuses. If you agreed to news, it comes to the card in your wallet. You can withdraw or have the data deleted at the shop.',
  },
  submit: { ru: 'Получить код', en: 'Send me a code' },
  haveCard: {
    ru: 'Уже есть карта? Введите тот же телефон — мы её откроем.',
    en: 'Already have a card? Enter the same phone and it opens.',
  },

  codeTitle: { ru: 'Введите код', en: 'Enter the code' },
  codeSent: { ru: 'Отправили его по SMS на {phone}', en: 'We sent it by SMS to {phone}' },
  codeLabel: { ru: 'Код из SMS, {count} цифр', en: 'Code from the SMS, {count} digits' },
  checking: { ru: 'Проверяем…', en: 'Checking…' },
  changePhone: { ru: 'Изменить номер', en: 'Change the number' },
  resendIn: { ru: 'Отправить ещё раз через {time}', en: 'Send again in {time}' },
  resend: { ru: 'Отправить код ещё раз', en: 'Send the code again' },
  expired: { ru: 'Код больше не действует.', en: 'This code no longer works.' },
  newCode: { ru: 'Получить новый код', en: 'Get a new code' },

  smsNow: { ru: 'сейчас', en: 'now' },
  smsTitle: { ru: 'SMS · демо', en: 'SMS · demo' },
  smsUse: { ru: 'Вставить код {code}', en: 'Use the code {code}' },
  mailbox: { ru: 'Все SMS симулятора', en: 'All of the simulator’s SMS' },
  newTab: { ru: '(в новой вкладке)', en: '(in a new tab)' },

  shopMissing: { ru: 'Такого магазина нет', en: 'There is no such shop' },
  shopMissingText: {
    ru: 'Проверьте ссылку или отсканируйте QR-код ещё раз.',
    en: 'Check the link or scan the QR code again.',
  },
  loading: { ru: 'Загружаем', en: 'Loading' },
})
