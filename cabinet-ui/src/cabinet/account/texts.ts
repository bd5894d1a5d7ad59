import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Вход и безопасность', en: 'Sign-in and security' },
  password: { ru: 'Сменить пароль', en: 'Change the password' },
  passwordHint: {
    ru: 'На других устройствах придётся войти заново.',
    en: 'Other devices will have to sign in again.',
  },
  current: { ru: 'Текущий пароль', en: 'Current password' },
  wanted: { ru: 'Новый пароль', en: 'New password' },
  wantedHint: { ru: 'Не короче 10 знаков', en: 'At least 10 characters' },
  short: { ru: 'Пароль короче 10 знаков', en: 'The password is shorter than 10 characters' },
  required: { ru: 'Введите пароль', en: 'Enter the password' },
  change: { ru: 'Сменить', en: 'Change' },
  changed: { ru: 'Пароль изменён', en: 'Password changed' },
  letters: { ru: 'Письма', en: 'Letters' },
  weekly: { ru: 'Итоги недели', en: 'How the week went' },
  weeklyHint: {
    ru: 'По понедельникам утром: выручка, чеки, новые участники и бонусы — рядом с прошлой неделей и прошлым годом.',
    en: 'On Monday mornings: revenue, receipts, new members and bonuses, beside the week before and a year ago.',
  },
  lettersSaved: { ru: 'Сохранено', en: 'Saved' },
  sessions: { ru: 'Где открыт кабинет', en: 'Active sessions' },
  sessionsHint: {
    ru: 'Незнакомый вход закройте и смените пароль.',
    en: 'If you do not recognise a session, end it and change your password.',
  },
  here: { ru: 'этот браузер', en: 'this browser' },
  seen: { ru: 'Вход {start}, последнее действие {seen}', en: 'Signed in {start}, last used {seen}' },
  unknown: { ru: 'Неизвестное устройство', en: 'Unknown device' },
  end: { ru: 'Закрыть', en: 'End' },
  endNamed: { ru: 'Закрыть вход: {name}', en: 'End the session: {name}' },
  ended: { ru: 'Вход закрыт', en: 'Session ended' },
})
