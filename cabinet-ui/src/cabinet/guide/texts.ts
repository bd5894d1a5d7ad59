import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Первые шаги', en: 'First steps' },
  progress: { ru: 'Готово {done} из {all}', en: '{done} of {all} done' },
  hint: {
    ru: 'В любом порядке: шаг отмечается сам, как только сделан.',
    en: 'In any order: a step is ticked off by itself once it is done.',
  },
  hide: { ru: 'Скрыть', en: 'Hide' },
  show: { ru: 'Показать первые шаги', en: 'Show the first steps' },
  stepDone: { ru: 'готово', en: 'ready' },
  completeTitle: { ru: 'Магазин работает', en: 'Your shop is running' },
  completeText: {
    ru: 'Все первые шаги сделаны. Дальше пишите держателям карт и смотрите, что это приносит.',
    en: 'All first steps are done. Next, write to card holders and see what it brings.',
  },
  'step.DETAILS': { ru: 'Расскажите о магазине', en: 'Introduce the shop' },
  'text.DETAILS': {
    ru: 'Что обещает программа: покупатель прочтёт это на странице вступления.',
    en: 'What the program promises: customers read it on the sign-up page.',
  },
  'go.DETAILS': { ru: 'Данные магазина', en: 'Shop details' },
  'step.TEXTS': { ru: 'Опубликуйте правила и политику', en: 'Publish terms and privacy' },
  'text.TEXTS': {
    ru: 'Два текста: правила программы и обработка персональных данных. Вступая, покупатель соглашается с каждым отдельно.',
    en: 'Two texts: the program’s terms and how personal data is used. Joining, customers agree to each by itself.',
  },
  'go.TEXTS': { ru: 'Тексты для покупателей', en: 'Texts for customers' },
  'step.PROGRAM': { ru: 'Задайте свои правила', en: 'Set your own rules' },
  'text.PROGRAM': {
    ru: 'Сейчас действует простая программа: 5 % бонусами, до половины чека.',
    en: 'A simple program is in force: 5 % in bonuses, up to half of a receipt.',
  },
  'go.PROGRAM': { ru: 'Программа', en: 'Program' },
  'step.GOODS': { ru: 'Разложите товары по категориям', en: 'Sort goods into categories' },
  'text.GOODS': {
    ru: 'Правила программы называют категории, в которых пока нет товаров: без них они не сработают.',
    en: 'Rules of the program name categories that have no goods yet: without them they cannot act.',
  },
  'go.GOODS': { ru: 'Товары', en: 'Goods' },
  'step.DESIGN': { ru: 'Выберите вид карты', en: 'Choose the look of the card' },
  'text.DESIGN': {
    ru: 'Цвета и логотип карты в телефоне; посмотрите и опубликуйте.',
    en: 'Colours and logo of the card in phones; look at it and publish.',
  },
  'go.DESIGN': { ru: 'Вид карты', en: 'Card design' },
  'step.TILL': { ru: 'Войдите на кассе', en: 'Sign in at the till' },
  'text.TILL': {
    ru: 'Ключ кассы выдан при открытии; новый можно создать в «Магазинах и кассах».',
    en: 'A register’s key came with the opening; make a new one under “Stores & registers”.',
  },
  'go.TILL': { ru: 'Магазины и кассы', en: 'Stores & registers' },
  'step.POSTER': { ru: 'Повесьте плакат', en: 'Put up the poster' },
  'text.POSTER': {
    ru: 'Скачайте плакат или табличку на стол. Шаг сделан, когда вступит первый покупатель.',
    en: 'Download a poster or a table tent. This is done when the first customer has joined.',
  },
  'go.POSTER': { ru: 'Плакат и QR', en: 'Poster and QR' },
  'step.SALE': { ru: 'Проведите первый чек', en: 'Make the first sale' },
  'text.SALE': {
    ru: 'Отсканируйте карту на кассе — баланс в телефоне обновится сам.',
    en: 'Scan a card at the till: the balance on the phone updates by itself.',
  },
  'go.SALE': { ru: 'Открыть кассу', en: 'Open the till' },
})
