import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  cashiers: { ru: 'Кассиры', en: 'Cashiers' },
  cashiersHint: {
    ru: 'Входят на кассах этого магазина по PIN; чеки и возвраты помнят, кто их провёл.',
    en: 'They sign in on this store’s registers with a PIN; receipts and returns remember who made them.',
  },
  add: { ru: 'Добавить кассира', en: 'Add a cashier' },
  none: { ru: 'Кассиров нет: касса работает без входа по PIN.', en: 'No cashiers: the till works without a PIN.' },
  seen: { ru: 'работает с {date}', en: 'has worked here since {date}' },
  neverSeen: { ru: 'входов ещё не было', en: 'has not signed in yet' },
  locked: { ru: 'вход закрыт до {time}', en: 'locked until {time}' },
  newPin: { ru: 'Новый PIN', en: 'New PIN' },
  newPinFor: { ru: 'Новый PIN: {name}', en: 'New PIN: {name}' },
  newPinText: {
    ru: 'Начатый вход закончится сразу, блокировка снимется.',
    en: 'A session at a till ends at once, a lock is opened.',
  },
  dismiss: { ru: 'Убрать', en: 'Remove' },
  dismissTitle: { ru: 'Убрать кассира «{name}»?', en: 'Remove {name}?' },
  dismissText: {
    ru: 'Войти больше не получится; в чеках имя останется.',
    en: 'Signing in ends at once; receipts keep the name.',
  },
  dismissed: { ru: 'Кассир убран', en: 'Removed' },
  newTitle: { ru: 'Новый кассир: {store}', en: 'New cashier: {store}' },
  name: { ru: 'Имя', en: 'Name' },
  nameRequired: { ru: 'Введите имя', en: 'Enter the name' },
  pin: { ru: 'PIN', en: 'PIN' },
  pinHint: { ru: 'От 4 до 8 цифр. Скажите его только самому кассиру.', en: '4 to 8 digits. Tell it only the cashier.' },
  pinWrong: { ru: 'От 4 до 8 цифр', en: '4 to 8 digits' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сохранено', en: 'Saved' },
  rules: { ru: 'Правила касс', en: 'Rules for the tills' },
  required: { ru: 'Работать только с входом по PIN', en: 'Work only when signed in with a PIN' },
  requiredHint: {
    ru: 'Чеки, возвраты и поиск карт без кассира не принимаются. Чеки без сети принимаются всегда.',
    en: 'Receipts, returns and scans without a cashier are refused. Receipts made without network are always taken.',
  },
  lockAfter: { ru: 'Запирать после бездействия, минут', en: 'Lock after idle minutes' },
  memberSearch: {
    ru: 'Искать покупателя по имени и 4 цифрам телефона',
    en: 'Find customers by name and last 4 digits',
  },
  memberSearchHint: {
    ru: 'Кассир видит не больше пяти подходящих, без номеров целиком. Для оплаты бонусами всё равно нужна карта или код.',
    en: 'A cashier sees five matches at most, and only the ends of their numbers. Spending still takes the card or a code.',
  },
  searchesPerTenMinutes: {
    ru: 'Таких поисков за 10 минут, на кассу и на кассира',
    en: 'Such searches in 10 minutes, for a register and a cashier',
  },
  lateCards: {
    ru: 'Забытую карту можно показать позже в тот же день',
    en: 'A forgotten card may be shown later the same day',
  },
  lateCardsHint: {
    ru: 'Чек, пробитый без карты, можно записать на карту до конца дня, только один раз. Бонусы начислятся как при покупке; кто и где записал, видно у участника и в журнале.',
    en: 'A receipt made without a card can be put on one until the end of the day, only once. Bonuses are earned as with the purchase; who did it and where is shown on the member’s page and in the change log.',
  },
  lateCardsPerDay: { ru: 'Таких чеков за день у одного кассира', en: 'Such receipts a day for one cashier' },
  phone: { ru: 'Списание по номеру телефона', en: 'Spending by phone number' },
  'phone.FREE': { ru: 'Как по карте', en: 'As with the card' },
  'phone.CODE': { ru: 'С кодом из сообщения', en: 'With a code from a message' },
  'phone.NEVER': { ru: 'Только по карте', en: 'With the card only' },
})
