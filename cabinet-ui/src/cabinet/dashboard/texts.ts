import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Обзор', en: 'Overview' },
  period: { ru: 'Период', en: 'Period' },
  days: {
    ru: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
    en: { one: '{count} day', other: '{count} days' },
  },
  revenue: { ru: 'Выручка', en: 'Revenue' },
  net: { ru: 'за вычетом возвратов', en: 'net of returns' },
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
  attention: { ru: 'Требует внимания', en: 'Needs attention' },
  'attention.APPLE': {
    ru: {
      one: '{count} карта в Apple Wallet не обновлена с {since}.',
      few: '{count} карты в Apple Wallet не обновлены с {since}.',
      many: '{count} карт в Apple Wallet не обновлены с {since}.',
      other: '{count} карты в Apple Wallet не обновлены с {since}.',
    },
    en: {
      one: '{count} card in Apple Wallet has been out of date since {since}.',
      other: '{count} cards in Apple Wallet have been out of date since {since}.',
    },
  },
  'attention.GOOGLE': {
    ru: {
      one: '{count} карта в Google Wallet не обновлена с {since}.',
      few: '{count} карты в Google Wallet не обновлены с {since}.',
      many: '{count} карт в Google Wallet не обновлены с {since}.',
      other: '{count} карты в Google Wallet не обновлены с {since}.',
    },
    en: {
      one: '{count} card in Google Wallet has been out of date since {since}.',
      other: '{count} cards in Google Wallet have been out of date since {since}.',
    },
  },
  'attention.UNREACHABLE': {
    ru: 'Площадка не отвечает; карты обновятся сами, как только ответит.',
    en: 'The platform does not answer; the cards are updated as soon as it does.',
  },
  'attention.ACCOUNT': {
    ru: 'Google не принимает учётную запись: проверьте её в «Сертификатах и ключах».',
    en: 'Google does not accept the account: check it under “Certificates & keys”.',
  },
  'attention.CERTIFICATE': {
    ru: 'Apple не принимает сертификат: проверьте его в «Сертификатах и ключах».',
    en: 'Apple does not accept the certificate: check it under “Certificates & keys”.',
  },
  'attention.REFUSED': {
    ru: 'Площадка не приняла содержимое этих карт: проверьте вид карты.',
    en: 'The platform refused what these cards say: check the card design.',
  },
  'attention.FAULT': {
    ru: 'Ошибка на нашей стороне; администратор её видит.',
    en: 'A fault on our side; the operator can see it.',
  },
  attentionWork: {
    ru: 'Часть фоновой работы не выполняется; администратор это видит.',
    en: 'Some background work fails; the operator can see it.',
  },
  attentionRetry: { ru: 'Повторить сейчас', en: 'Try again now' },
  attentionRetried: { ru: 'Отправляем заново', en: 'Trying again' },
  toJoinLink: { ru: 'QR для покупателей', en: 'QR for customers' },
  toTill: { ru: 'Открыть кассу', en: 'Open the till' },
})
