import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  signInTitle: { ru: 'Вход в кабинет', en: 'Sign in' },
  signInText: { ru: 'Для тех, кто работает в магазине.', en: 'For the people of the shop.' },
  email: { ru: 'Почта', en: 'E-mail' },
  password: { ru: 'Пароль', en: 'Password' },
  emailWrong: { ru: 'Введите почту, например owner@shop.ru', en: 'Enter an e-mail, for example owner@shop.com' },
  passwordRequired: { ru: 'Введите пароль', en: 'Enter the password' },
  signIn: { ru: 'Войти', en: 'Sign in' },
  forgot: {
    ru: 'Забыли пароль? Владелец магазина или оператор пришлёт новую ссылку-приглашение.',
    en: 'Forgot the password? The shop’s owner or the operator gives you a new invitation link.',
  },
  forgotLink: { ru: 'Забыли пароль?', en: 'Forgot the password?' },
  forgotTitle: { ru: 'Новый пароль', en: 'A new password' },
  forgotText: {
    ru: 'Пришлём ссылку на почту, с которой вы входите в кабинет.',
    en: 'We send a link to the e-mail that you sign in with.',
  },
  sendLetter: { ru: 'Прислать ссылку', en: 'Send the link' },
  letterTitle: { ru: 'Проверьте почту', en: 'Look into your mailbox' },
  letterText: {
    ru: 'Если с адресом {email} входят в кабинет, через минуту там будет письмо. Ссылка в нём действует час и один раз.',
    en: 'If somebody signs in with {email}, a letter will be there in a minute. Its link is good for an hour and once.',
  },
  toSignIn: { ru: 'Ко входу', en: 'Back to sign-in' },
  demo: { ru: 'Заполнить данными демо', en: 'Fill in the demo credentials' },
})
