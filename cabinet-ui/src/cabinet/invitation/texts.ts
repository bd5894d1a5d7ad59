import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Добро пожаловать', en: 'Welcome' },
  greeting: {
    ru: '{name}, вас пригласили в кабинет «{shop}». Придумайте пароль, и можно начинать.',
    en: '{name}, you are invited to the cabinet of {shop}. Choose a password and begin.',
  },
  resetTitle: { ru: 'Новый пароль', en: 'A new password' },
  resetText: {
    ru: '{name}, придумайте новый пароль для кабинета «{shop}». Открытые входы закроются.',
    en: '{name}, choose a new password for the cabinet of {shop}. Open sessions will end.',
  },
  email: { ru: 'Почта для входа', en: 'E-mail to sign in with' },
  password: { ru: 'Новый пароль', en: 'New password' },
  passwordHint: { ru: 'Не короче 10 знаков', en: 'At least 10 characters' },
  passwordShort: { ru: 'Пароль короче 10 знаков', en: 'The password is shorter than 10 characters' },
  enter: { ru: 'Сохранить и войти', en: 'Save and sign in' },
  badTitle: { ru: 'Приглашение не подходит', en: 'This invitation is not good any more' },
  badText: {
    ru: 'Ссылка действует один раз: приглашение три дня, письмо о новом пароле час. Попросите новую у того, кто вас пригласил. Если пароль уже задан, просто войдите.',
    en: 'A link is good once: an invitation for three days, a letter about a new password for an hour. Ask whoever invited you for a new one. If you have set a password already, just sign in.',
  },
  signIn: { ru: 'Войти в кабинет', en: 'Sign in' },
  loading: { ru: 'Проверяем приглашение', en: 'Checking the invitation' },
})
