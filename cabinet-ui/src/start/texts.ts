import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: {
    ru: 'Карта лояльности, которая живёт в телефоне покупателя',
    en: 'The loyalty card that lives in the customer’s phone',
  },
  lead: {
    ru: 'Покупатель добавляет карту магазина в Apple Wallet или Google Wallet по ссылке или QR-коду, кассир сканирует её, и через секунду на всех телефонах виден новый баланс. Магазин сам задаёт уровни и бонусы, пишет держателям карт и видит, что это принесло.',
    en: 'A customer adds the shop’s card to Apple Wallet or Google Wallet from a link or QR code, the cashier scans it, and a second later every phone shows the new balance. The shop sets its own tiers and bonuses, writes to card holders and sees what it brought.',
  },
  tourTitle: { ru: 'Пройдите весь путь за две минуты', en: 'See the whole story in two minutes' },
  tourText: {
    ru: 'Это демо-магазин с учебными телефонами: аккаунты Apple и Google не нужны, всё происходит на этой машине.',
    en: 'This is a demo shop with simulated phones: no Apple or Google account needed, everything happens on this machine.',
  },
  join: { ru: 'Вступите', en: 'Join' },
  joinText: {
    ru: 'Страница магазина: телефон, имя и код из SMS — он сам всплывёт на экране.',
    en: 'The shop’s page: phone, name and a code by SMS, which pops up on the screen.',
  },
  joinGo: { ru: 'Получить карту', en: 'Get a card' },
  phone: { ru: 'Возьмите телефон', en: 'Take a phone' },
  phoneText: {
    ru: 'Учебные iPhone и Android с настоящей картой: проверяют подпись, получают пуши.',
    en: 'A simulated iPhone and Android with the real card: they check its signature and receive pushes.',
  },
  phoneGo: { ru: 'Открыть телефоны', en: 'Open the phones' },
  till: { ru: 'Встаньте за кассу', en: 'Work the till' },
  tillText: {
    ru: 'Рабочее место кассира: скан, чек, оплата бонусами.',
    en: 'The cashier’s workplace: scan, receipt, paying with bonuses.',
  },
  tillGo: { ru: 'Открыть кассу', en: 'Open the till' },
  cabinet: { ru: 'Загляните в кабинет', en: 'Look into the cabinet' },
  cabinetText: {
    ru: 'Участники, рассылки, программа и цифры магазина.',
    en: 'Members, campaigns, the program and the shop’s figures.',
  },
  cabinetGo: { ru: 'Открыть кабинет', en: 'Open the cabinet' },
  mailbox: { ru: 'SMS симулятора', en: 'The simulator’s SMS' },
  api: { ru: 'Описание API', en: 'API reference' },
  operator: { ru: 'Оператору', en: 'For the operator' },
  emptyTitle: { ru: 'Установка готова, магазинов пока нет', en: 'The installation is ready, there is no shop yet' },
  emptyText: {
    ru: 'Первый магазин откроет оператор. Его ключ служба показала один раз, когда запустилась впервые: он начинается с kop_. Ключ потерян? Новый выдаст команда на сервере:',
    en: 'The operator opens the first shop. The service showed the operator’s key once, when it first started: it begins with kop_. Lost it? This command on the server gives a new one:',
  },
  emptyGo: { ru: 'Войти и открыть магазин', en: 'Sign in and open a shop' },
  email: { ru: 'Почта', en: 'E-mail' },
  password: { ru: 'Пароль', en: 'Password' },
  registerKey: { ru: 'Ключ кассы', en: 'Register key' },
  demoOnly: {
    ru: 'Ключ и пароль есть только в демо-режиме. На страницах входа их можно подставить одной кнопкой.',
    en: 'The key and the password exist in demo mode only. The sign-in pages fill them in with one click.',
  },
  copyWhat: { ru: 'Скопировать: {what}', en: 'Copy: {what}' },
  copied: { ru: 'Скопировано', en: 'Copied' },
  tillTitle: { ru: 'Касса', en: 'Till' },
  cabinetTitle: { ru: 'Кабинет', en: 'Cabinet' },
  heroShop: { ru: 'Кофейня «Зерно»', en: 'Zerno Coffee' },
  heroTier: { ru: 'Золото', en: 'Gold' },
  heroNotice: { ru: 'Баланс: 372', en: 'Balance: 372' },
  heroBonuses: { ru: 'Бонусы', en: 'Bonuses' },
})
