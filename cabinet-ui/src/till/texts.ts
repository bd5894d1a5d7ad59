import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  certificates: { ru: 'Подарочные сертификаты', en: 'Gift certificates' },
  till: { ru: 'Касса', en: 'Till' },
  signInTitle: { ru: 'Вход на кассу', en: 'Till sign-in' },
  signInText: {
    ru: 'Введите ключ этой кассы. Его один раз показывает кабинет, когда создаёт кассу.',
    en: 'Enter this register’s key. The cabinet shows it once, when the register is created.',
  },
  registerKey: { ru: 'Ключ кассы', en: 'Register key' },
  remember: { ru: 'Запомнить кассу на этом устройстве', en: 'Remember the register on this device' },
  rememberHint: { ru: 'Не включайте на чужом устройстве', en: 'Leave it off on somebody else’s device' },
  signIn: { ru: 'Войти', en: 'Sign in' },
  demoKey: { ru: 'Взять ключ демо-кассы', en: 'Use the demo register’s key' },
  keyRequired: { ru: 'Введите ключ', en: 'Enter the key' },
  signOut: { ru: 'Выйти', en: 'Sign out' },
  checkingKey: { ru: 'Проверяем ключ', en: 'Checking the key' },
  settings: { ru: 'Настройки', en: 'Settings' },
  sound: { ru: 'Звуки', en: 'Sounds' },
  shift: { ru: 'История чеков', en: 'Receipt history' },
  online: { ru: 'На связи', en: 'Online' },
  offline: { ru: 'Нет связи', en: 'Offline' },
  waiting: {
    ru: { one: '{count} чек ждёт', few: '{count} чека ждут', many: '{count} чеков ждут', other: '{count} чека ждут' },
    en: { one: '{count} receipt waiting', other: '{count} receipts waiting' },
  },
  newMember: { ru: 'Новый участник', en: 'New member' },
})
