import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  cabinet: { ru: 'Кабинет', en: 'Cabinet' },
  navigation: { ru: 'Разделы кабинета', en: 'Cabinet sections' },
  more: { ru: 'Ещё', en: 'More' },
  'role.OWNER': { ru: 'Владелец', en: 'Owner' },
  'role.MANAGER': { ru: 'Управляющий', en: 'Manager' },
  'role.MARKETER': { ru: 'Маркетолог', en: 'Marketer' },
  'role.SUPPORT': { ru: 'Поддержка', en: 'Support' },
  'role.ACCOUNTANT': { ru: 'Бухгалтер', en: 'Accountant' },
  'role.CASHIER': { ru: 'Кассир', en: 'Cashier' },
  account: { ru: 'Учётная запись', en: 'Account' },
  myAccess: { ru: 'Вход и безопасность', en: 'Sign-in and security' },
  notYours: { ru: 'Вашей роли эта страница не видна', en: 'Your role does not see this page' },
  notYoursText: {
    ru: 'Если она вам нужна, попросите владельца магазина изменить вашу роль.',
    en: 'If you need it, ask the owner of the shop to change your role.',
  },
  signOut: { ru: 'Выйти', en: 'Sign out' },
  close: { ru: 'Закрыть', en: 'Close' },
  loading: { ru: 'Загружаем кабинет', en: 'Loading the cabinet' },
  notFoundTitle: { ru: 'Такой страницы нет', en: 'There is no such page' },
  notFoundText: { ru: 'Возможно, ссылка устарела.', en: 'The link may be old.' },
  toDashboard: { ru: 'На обзор', en: 'To the overview' },
})
