import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  lead: {
    ru: 'Карта лояльности, которая живёт в телефоне покупателя',
    en: 'The loyalty card that lives in the customer’s phone',
  },
  cabinet: { ru: 'Кабинет', en: 'Cabinet' },
  cabinetText: { ru: 'Участники, рассылки, программа и цифры', en: 'Members, campaigns, the program and the figures' },
  till: { ru: 'Касса', en: 'Till' },
  tillText: { ru: 'Рабочее место кассира: скан, чек, бонусы', en: 'The cashier’s workplace: scan, receipt, bonuses' },
  join: { ru: 'Страница вступления', en: 'Sign-up page' },
  joinText: { ru: 'Её открывает покупатель по QR-коду или ссылке', en: 'What a customer opens by QR code or link' },
  phone: { ru: 'Телефон', en: 'Phone' },
  phoneText: {
    ru: 'Учебный телефон с кошельком: карта, пуши, обновления',
    en: 'A simulated phone with a wallet: card, pushes, updates',
  },
  mailbox: { ru: 'Сообщения', en: 'Mailbox' },
  mailboxText: { ru: 'Коды подтверждения, которые «пришли» по SMS', en: 'One-time codes that “came” by SMS' },
  api: { ru: 'Описание API', en: 'API reference' },
  apiText: { ru: 'Для программ касс и других систем', en: 'For cash-register software and other systems' },
  demoTitle: { ru: 'Данные демо-магазина', en: 'Demo shop credentials' },
  demoHint: {
    ru: 'Они есть только в демо-режиме на этой машине.',
    en: 'They exist in demo mode on this machine only.',
  },
  email: { ru: 'Почта', en: 'E-mail' },
  password: { ru: 'Пароль', en: 'Password' },
  registerKey: { ru: 'Ключ кассы', en: 'Register key' },
})
