import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  'fact.balance': { ru: 'Баланс бонусов', en: 'Bonus balance' },
  'fact.tier': { ru: 'Уровень', en: 'Tier' },
  'fact.nextTier': { ru: 'Следующий уровень', en: 'Next tier' },
  'fact.remaining': { ru: 'Сколько осталось до уровня', en: 'Left to the next tier' },
  'fact.percent': { ru: 'Путь к уровню, %', en: 'Way to the next tier, %' },
  'fact.burn.amount': { ru: 'Сколько бонусов сгорит', en: 'Bonuses that will expire' },
  'fact.burn.date': { ru: 'Когда сгорят', en: 'When they expire' },
  'fact.pending': { ru: 'Скоро начислим', en: 'Coming soon' },
  'fact.debt': { ru: 'Долг по бонусам', en: 'Bonuses owed' },
  'fact.member': { ru: 'Имя участника', en: 'Member’s name' },
  'fact.number': { ru: 'Номер карты', en: 'Card number' },
  'fact.shop': { ru: 'Название магазина', en: 'Shop’s name' },
  'fact.program': { ru: 'Название программы', en: 'Program’s name' },
  'fact.news': { ru: 'Последняя новость', en: 'Latest news' },
  'fact.operations': { ru: 'Последние операции', en: 'Last operations' },
  'fact.terms': { ru: 'Условия программы', en: 'Program’s terms' },
  'fact.valid.until': { ru: 'До какого дня действует', en: 'Valid until' },
  'fact.cardPage': { ru: 'Ссылка на карту в браузере', en: 'Link to the card on the web' },
  'fact.shopPage': { ru: 'Ссылка на страницу магазина', en: 'Link to the shop’s page' },
  'fact.invite': { ru: 'Ссылка, чтобы пригласить друга', en: 'Link that invites a friend' },
  'fact.inviteCode': { ru: 'Код приглашения', en: 'Invite code' },
  // What a field of this fact is called on the card.
  'label.invite': { ru: 'Пригласите друга', en: 'Invite a friend' },
})
