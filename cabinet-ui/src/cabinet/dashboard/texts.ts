import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Обзор', en: 'Overview' },
  period: { ru: 'Период', en: 'Period' },
  days: {
    ru: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
    en: { one: '{count} day', other: '{count} days' },
  },
  revenue: { ru: 'Выручка', en: 'Revenue' },
  receipts: { ru: 'Чеки', en: 'Receipts' },
  averageReceipt: { ru: 'Средний чек', en: 'Average receipt' },
  members: { ru: 'Участники', en: 'Members' },
  newMembers: {
    ru: { one: '+{count} новый', few: '+{count} новых', many: '+{count} новых', other: '+{count} новых' },
    en: { one: '+{count} new', other: '+{count} new' },
  },
  earned: { ru: 'Начислено бонусов', en: 'Bonuses earned' },
  spent: { ru: 'Списано бонусов', en: 'Bonuses spent' },
  liability: { ru: 'Бонусов на руках', en: 'Bonus liability' },
  burnsSoon: { ru: '{amount} скоро сгорят', en: '{amount} burn soon' },
  wallets: { ru: 'Карт в кошельках', en: 'Cards in wallets' },
  walletsSplit: { ru: 'Apple {apple} · Google {google}', en: 'Apple {apple} · Google {google}' },
  byDay: { ru: 'По дням', en: 'By day' },
  chartMetric: { ru: 'Что показать', en: 'What to show' },
  chartLabel: { ru: 'График по дням: {metric}', en: 'Chart by day: {metric}' },
  bonuses: { ru: 'Бонусы', en: 'Bonuses' },
  date: { ru: 'Дата', en: 'Date' },
  byTier: { ru: 'По уровням', en: 'By tier' },
  write: { ru: 'Написать', en: 'Write' },
  writeTo: { ru: 'Написать уровню «{tier}»', en: 'Write to tier {tier}' },
  emptyTitle: { ru: 'Здесь появятся продажи', en: 'Sales will show up here' },
  emptyText: {
    ru: 'Покажите покупателям QR-код вступления и проведите первый чек на кассе.',
    en: 'Show customers the sign-up QR and commit the first receipt at the till.',
  },
  toJoinLink: { ru: 'QR для покупателей', en: 'QR for customers' },
  toTill: { ru: 'Открыть кассу', en: 'Open the till' },
})
