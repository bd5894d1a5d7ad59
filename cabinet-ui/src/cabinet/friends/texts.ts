import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Друзья', en: 'Referrals' },
  hint: {
    ru: 'Покупки тех, кого пригласили участники, за вычетом возвратов',
    en: 'Purchases of members who were invited, net of returns',
  },
  period: { ru: 'За сколько дней', en: 'Period' },
  days: {
    ru: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
    en: { one: '{count} day', other: '{count} days' },
  },
  joined: { ru: 'Пришли по приглашению', en: 'Joined by an invitation' },
  active: { ru: 'Покупали', en: 'Bought' },
  activeHint: {
    ru: { one: '{count} чек', few: '{count} чека', many: '{count} чеков', other: '{count} чека' },
    en: { one: '{count} receipt', other: '{count} receipts' },
  },
  revenue: { ru: 'Выручка от приглашённых', en: 'Revenue of the invited' },
  given: { ru: 'Награды пригласившим', en: 'Rewards of inviters' },
  givenHint: {
    ru: {
      one: '{count} участник получил награду',
      few: '{count} участника получили награду',
      many: '{count} участников получили награду',
      other: '{count} участника получили награду',
    },
    en: { one: '{count} member was rewarded', other: '{count} members were rewarded' },
  },
  waiting: { ru: 'Ждут второй покупки', en: 'Waiting for a second purchase' },
  waitingHint: { ru: 'Начислим, если друзья купят ещё раз', en: 'Given if the friends buy again' },
  welcome: { ru: 'Подарки новичкам по приглашению', en: 'Gifts for the invited' },
  emptyTitle: { ru: 'По приглашениям пока никто не пришёл', en: 'Nobody has come by an invitation yet' },
  emptyText: {
    ru: 'Ссылка и код для друга есть на карте каждого участника. Награды задаются в программе.',
    en: 'Every member’s card has a link and a code for friends. The program says what they bring.',
  },
  toProgram: { ru: 'Открыть программу', en: 'Open the program' },
  flags: { ru: 'Стоит посмотреть', en: 'Worth a look' },
  flagsHint: {
    ru: 'За 90 дней. Это только поводы проверить: никто не заблокирован, награды начисляются.',
    en: 'Of the last 90 days. Reasons to check, nothing more: nobody is blocked and rewards are given.',
  },
  noFlags: { ru: 'Ничего подозрительного не видно.', en: 'Nothing looks unusual.' },
  'reason.CASHIERS_FRIENDS': {
    ru: {
      one: 'Кассир {cashier} оформил {count} друга и сам пробивает их покупки.',
      few: 'Кассир {cashier} оформил {count} друзей и сам пробивает их покупки.',
      many: 'Кассир {cashier} оформил {count} друзей и сам пробивает их покупки.',
      other: 'Кассир {cashier} оформил {count} друга и сам пробивает их покупки.',
    },
    en: {
      one: '{cashier} at the till signed up {count} friend and rings up what they buy.',
      other: '{cashier} at the till signed up {count} friends and rings up what they buy.',
    },
  },
  'reason.PHONES_IN_A_RUN': {
    ru: {
      one: 'Телефон {count} друга стоит в одном ряду с другими номерами: возможно, вторая SIM-карта.',
      few: 'Телефоны {count} друзей идут подряд: возможно, SIM-карты одного человека.',
      many: 'Телефоны {count} друзей идут подряд: возможно, SIM-карты одного человека.',
      other: 'Телефоны {count} друга идут подряд: возможно, SIM-карты одного человека.',
    },
    en: {
      one: 'The phone of {count} friend is next to another one: perhaps a second SIM card.',
      other: 'The phones of {count} friends follow each other: perhaps SIM cards of one person.',
    },
  },
  'reason.ONE_PHONE': {
    ru: {
      one: 'Карта {count} друга стоит в одном телефоне с другой картой этой цепочки.',
      few: 'Карты {count} друзей стоят в одном телефоне.',
      many: 'Карты {count} друзей стоят в одном телефоне.',
      other: 'Карты {count} друга стоят в одном телефоне.',
    },
    en: {
      one: 'The card of {count} friend is on the same phone as another card of this chain.',
      other: 'The cards of {count} friends are on one phone.',
    },
  },
  reward: { ru: 'Награда за них: {amount}', en: 'Reward for them: {amount}' },
})
