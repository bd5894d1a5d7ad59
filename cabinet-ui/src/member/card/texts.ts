import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  pageTitle: { ru: 'Карта «{shop}»', en: '{shop} card' },
  loading: { ru: 'Открываем карту', en: 'Opening the card' },
  joined: { ru: 'Карта готова!', en: 'Your card is ready!' },
  joinedBonus: {
    ru: 'На ней уже {amount} бонусов. Осталось положить её в кошелёк телефона.',
    en: '{amount} bonuses are on it already. Now put it into your phone’s wallet.',
  },
  joinedPlain: { ru: 'Осталось положить её в кошелёк телефона.', en: 'Now put it into your phone’s wallet.' },
  found: { ru: 'С возвращением!', en: 'Welcome back!' },
  foundText: { ru: 'Это ваша карта, бонусы на месте.', en: 'This is your card, the bonuses are all here.' },

  'invite.taken': { ru: 'Приглашение учтено.', en: 'The invitation counts.' },
  'invite.INVITE_UNKNOWN': {
    ru: 'Кода приглашения такого нет, но карта от этого не хуже.',
    en: 'There is no such invite code, but the card is as good without it.',
  },
  'invite.INVITE_OWN': {
    ru: 'Это ваше собственное приглашение: отправьте его другу.',
    en: 'This is your own invitation: send it to a friend.',
  },
  'invite.INVITE_MEMBER_ALREADY': {
    ru: 'Вы уже участник, поэтому приглашение не понадобилось.',
    en: 'You are a member already, so the invitation was not needed.',
  },
  inviteTitle: { ru: 'Пригласите друга', en: 'Invite a friend' },
  inviteText: {
    ru: 'По вашей ссылке друг получит свою карту за минуту. Можно просто назвать код.',
    en: 'With your link a friend has a card in a minute. Telling the code does it, too.',
  },
  inviteCode: { ru: 'Ваш код', en: 'Your code' },
  inviteLink: { ru: 'Ссылка-приглашение', en: 'Invitation link' },
  inviteShare: { ru: 'Поделиться', en: 'Share' },
  inviteShareText: {
    ru: 'Приглашаю: {shop}. Карта сразу в телефоне.',
    en: 'Join me at {shop}: the card is on your phone at once.',
  },
  inviteCopy: { ru: 'Скопировать', en: 'Copy' },
  inviteCopied: { ru: 'Скопировано', en: 'Copied' },

  expired: { ru: 'Срок карты истёк {date}', en: 'The card expired on {date}' },
  expiredText: {
    ru: 'Бонусы на месте. Попросите в магазине продлить карту.',
    en: 'The bonuses are all here. Ask the shop to renew the card.',
  },
  validUntil: { ru: 'Действует до {date}', en: 'Valid until {date}' },
  balance: { ru: 'Бонусы', en: 'Bonuses' },
  tier: { ru: 'Уровень', en: 'Tier' },
  member: { ru: 'Участник', en: 'Member' },
  number: { ru: 'Карта', en: 'Card' },
  showCode: { ru: 'Показать код крупно', en: 'Show the code large' },
  codeLabel: { ru: 'QR-код карты {number}', en: 'QR code of card {number}' },
  barcodeLabel: { ru: 'Штрихкод карты {number}', en: 'Barcode of card {number}' },
  bigTitle: { ru: 'Покажите на кассе', en: 'Show this at the till' },
  bigHint: {
    ru: 'Прибавьте яркость экрана, если сканер не читает',
    en: 'Turn the brightness up if the scanner does not read it',
  },
  close: { ru: 'Закрыть', en: 'Close' },

  addTitle: { ru: 'Положите карту в телефон', en: 'Put the card into your phone' },
  addHintPhone: {
    ru: 'Баланс на ней обновляется сам, интернет на кассе не нужен.',
    en: 'Its balance updates by itself; no internet needed at the till.',
  },
  addHintDesktop: {
    ru: 'Наведите камеру телефона — эта страница откроется на нём.',
    en: 'Point your phone’s camera here to open this page on it.',
  },
  loopback: {
    ru: 'Адрес этой страницы открывается только на этом компьютере: служба запущена в демо-режиме.',
    en: 'This page’s address opens on this computer only: the service runs in demo mode.',
  },
  pageCode: { ru: 'QR-код этой страницы', en: 'QR code of this page' },
  appleSmall: { ru: 'Добавить в', en: 'Add to' },
  googleSmall: { ru: 'Добавить в', en: 'Add to' },
  otherPhone: { ru: 'Другой телефон?', en: 'Another phone?' },
  noWallet: { ru: 'Нет кошелька в телефоне?', en: 'No wallet on your phone?' },
  noWalletText: {
    ru: 'Эта страница и есть карта: показывайте её код на кассе. Чтобы не искать ссылку, сохраните страницу на экран «Домой» — она откроется и без интернета.',
    en: 'This page is the card: show its code at the till. Save it to your home screen so that you need not look for the link; it opens without internet too.',
  },
  howIphone: { ru: '«Поделиться» → «На экран „Домой“»', en: 'Share → Add to Home Screen' },
  howAndroid: { ru: 'Меню браузера → «Добавить на главный экран»', en: 'Browser menu → Add to Home screen' },
  install: { ru: 'Сохранить на экран', en: 'Save to the home screen' },

  demoTitle: { ru: 'Демо: телефон не нужен', en: 'Demo: no phone needed' },
  demoText: {
    ru: 'Положите карту в учебный телефон и смотрите, как она обновляется после покупки.',
    en: 'Put the card into a simulated phone and watch it update after a purchase.',
  },
  demoIphone: { ru: 'В демо-iPhone', en: 'Into the demo iPhone' },
  demoAndroid: { ru: 'В демо-Android', en: 'Into the demo Android' },
  demoReal: {
    ru: 'Кнопки Apple и Google отдают настоящую карту, но подписана она учебным сертификатом, и настоящий телефон её не примет.',
    en: 'The Apple and Google buttons give the real card, but it is signed by a development certificate, which a real phone refuses.',
  },

  news: { ru: 'Новости', en: 'News' },
  tierTitle: { ru: 'Ваш уровень', en: 'Your tier' },
  earn: { ru: 'Бонусами возвращается', en: 'Comes back as bonuses' },
  spend: { ru: 'Бонусами можно оплатить', en: 'Bonuses may pay' },
  earnValue: { ru: '{percent} с покупки', en: '{percent} of a purchase' },
  spendValue: { ru: 'до {percent} чека', en: 'up to {percent} of a receipt' },
  toNext: { ru: 'До уровня «{tier}» — покупок ещё на {amount}', en: '{amount} more in purchases to {tier}' },
  topTier: {
    ru: 'Это высший уровень. Спасибо, что вы с нами!',
    en: 'This is the highest tier. Thank you for being with us!',
  },
  burns: { ru: '{amount} сгорит {date}.', en: '{amount} will expire on {date}.' },
  burnsHint: { ru: 'Успейте потратить.', en: 'Spend them in time.' },
  pending: { ru: 'Ещё {amount} станут доступны позже.', en: '{amount} more will be available later.' },
  pendingOn: { ru: 'Ещё {amount} станут доступны {date}.', en: '{amount} more will be available on {date}.' },
  pendingFirst: { ru: 'Первые {amount} — {date}.', en: 'The first {amount}: on {date}.' },
  held: { ru: '{amount} отложено для оплаты на кассе', en: '{amount} set aside for a payment at the till' },
  debt: { ru: 'Долг {amount} — спишется из следующих бонусов', en: '{amount} owed: taken from the next bonuses' },

  operations: { ru: 'Последние операции', en: 'Last operations' },
  noOperations: { ru: 'Здесь появятся покупки и бонусы.', en: 'Purchases and bonuses will appear here.' },
  allOperations: { ru: 'Показать все', en: 'Show all' },
  receipt: { ru: 'Чек № {number}', en: 'Receipt {number}' },
  balanceAfter: { ru: 'баланс {amount}', en: 'balance {amount}' },

  offline: {
    ru: 'Нет связи. Данные на {time}, код действует.',
    en: 'No connection. Data as of {time}; the code works.',
  },
  offlineEmpty: { ru: 'Нет связи', en: 'No connection' },
  offlineEmptyText: {
    ru: 'Карта откроется, как только появится интернет.',
    en: 'The card opens as soon as there is internet.',
  },
  tryAgain: { ru: 'Повторить', en: 'Try again' },
  blocked: { ru: 'Карта заблокирована', en: 'This card is blocked' },
  blockedText: {
    ru: 'На кассе её не примут. Обратитесь в магазин — бонусы сохранены.',
    en: 'It is not accepted at the till. Please ask the shop; the bonuses are kept.',
  },
  'refused.replaced': { ru: 'Эта карта заменена новой', en: 'This card was replaced by a new one' },
  'refusedText.replaced': {
    ru: 'Откройте ссылку на новую карту: её можно получить в магазине или по тому же номеру телефона.',
    en: 'Open the link of the new card: the shop has it, or sign up again with the same phone number.',
  },
  'refused.unknown': { ru: 'Такой карты нет', en: 'There is no such card' },
  'refusedText.unknown': {
    ru: 'Возможно, ссылка скопирована не целиком. Карту можно открыть заново по номеру телефона на странице магазина.',
    en: 'Perhaps a part of the link is missing. You can open your card again with your phone number on the shop’s page.',
  },
  'refused.blocked': { ru: 'Карта заблокирована', en: 'This card is blocked' },
  'refusedText.blocked': {
    ru: 'Обратитесь в магазин — бонусы сохранены.',
    en: 'Please ask the shop; the bonuses are kept.',
  },
  failed: { ru: 'Карта не открылась', en: 'The card did not open' },
})
