import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Кто работает на кассе?', en: 'Who is at the till?' },
  choose: { ru: 'Выберите себя и введите PIN', en: 'Choose yourself and enter the PIN' },
  cashiers: { ru: 'Кассиры', en: 'Cashiers' },
  locked: { ru: 'вход закрыт до {time}', en: 'locked until {time}' },
  pin: { ru: 'PIN-код', en: 'PIN' },
  pinOf: { ru: 'Здравствуйте, {name}', en: 'Hello, {name}' },
  pinHint: { ru: 'Введите свой PIN: от 4 до 8 цифр', en: 'Enter your PIN: 4 to 8 digits' },
  pad: { ru: 'Цифры PIN', en: 'Digits of the PIN' },
  enter: { ru: 'Войти', en: 'Sign in' },
  other: { ru: 'Другой кассир', en: 'Another cashier' },
  without: { ru: 'Работать без кассира', en: 'Work without a cashier' },
  otherKey: { ru: 'Отвязать эту кассу', en: 'Unpair this register' },
  wait: { ru: 'Ещё {seconds} с', en: '{seconds} s more' },
  none: {
    ru: 'Магазин требует входа по PIN, но кассиров ещё нет. Их заводит владелец в кабинете, раздел «Магазины и кассы».',
    en: 'The store wants a PIN, but has no cashiers yet. The owner makes them in the cabinet, under Stores and registers.',
  },
  loading: { ru: 'Узнаём кассиров', en: 'Looking up the cashiers' },
  onDuty: { ru: 'Кассир: {name}', en: 'Cashier: {name}' },
  switch: { ru: 'Сменить кассира', en: 'Switch the cashier' },
  signInAs: { ru: 'Войти кассиром', en: 'Sign a cashier in' },
})
