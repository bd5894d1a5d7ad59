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
  byPasskey: { ru: 'Войти с ключом доступа', en: 'Sign in with a passkey' },
  passkeyCancelled: {
    ru: 'Ключ доступа не показан. Попробуйте ещё раз или войдите иначе.',
    en: 'No passkey was shown. Try again or sign in another way.',
  },
  stepTitle: { ru: 'Второй шаг', en: 'Second step' },
  'stepText.TOTP': {
    ru: 'Пароль верный. Откройте приложение с кодами и введите код для этого кабинета.',
    en: 'The password is right. Open the app with your codes and enter the one for this cabinet.',
  },
  'stepText.PASSKEY': {
    ru: 'Пароль верный. Подтвердите вход ключом доступа.',
    en: 'The password is right. Confirm with your passkey.',
  },
  'stepText.RECOVERY': {
    ru: 'Введите один из запасных кодов, которые вы сохранили. Каждый действует один раз.',
    en: 'Enter one of the recovery codes that you kept. Each counts once.',
  },
  stepNone: {
    ru: 'Пароль верный, но показать второй шаг в этом браузере нечем. Владелец магазина может его сбросить.',
    en: 'The password is right, but there is nothing to show for the second step in this browser. The owner of the shop can reset it.',
  },
  'stepBy.TOTP': { ru: 'Код из приложения', en: 'Code from an app' },
  'stepBy.PASSKEY': { ru: 'Ключ доступа', en: 'Passkey' },
  'stepBy.RECOVERY': { ru: 'Запасной код', en: 'Recovery code' },
  'code.TOTP': { ru: 'Код из приложения, 6 цифр', en: 'Code from the app, 6 digits' },
  'code.RECOVERY': { ru: 'Запасной код', en: 'Recovery code' },
  codeRequired: { ru: 'Введите код', en: 'Enter the code' },
  showPasskey: { ru: 'Показать ключ доступа', en: 'Show the passkey' },
  toPassword: { ru: 'Вернуться к паролю', en: 'Back to the password' },
  demo: { ru: 'Заполнить данными демо', en: 'Fill in the demo credentials' },
})
