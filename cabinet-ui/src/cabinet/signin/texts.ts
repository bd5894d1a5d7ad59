import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  signInTitle: { ru: 'Вход в кабинет', en: 'Sign in' },
  signInText: { ru: 'Для владельца и маркетолога магазина.', en: 'For the shop’s owner and marketer.' },
  email: { ru: 'Почта', en: 'E-mail' },
  password: { ru: 'Пароль', en: 'Password' },
  emailWrong: { ru: 'Введите почту, например owner@shop.ru', en: 'Enter an e-mail, for example owner@shop.com' },
  passwordRequired: { ru: 'Введите пароль', en: 'Enter the password' },
  signIn: { ru: 'Войти', en: 'Sign in' },
  demo: { ru: 'Заполнить данными демо', en: 'Fill in the demo credentials' },
})
