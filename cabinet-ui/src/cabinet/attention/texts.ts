import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Требует внимания', en: 'Needs attention' },
  'stopped.CREDENTIAL': {
    ru: '{channel}: оператор не принимает ключ. Сообщения ждут, пока его не заменят.',
    en: '{channel}: the provider refuses the key. Messages wait until it is replaced.',
  },
  'stopped.MONEY': {
    ru: '{channel}: на счёте у оператора кончились деньги. Сообщения ждут, пока его не пополнят.',
    en: '{channel}: the account at the provider is empty. Messages wait until it is topped up.',
  },
  'channel.SMS': { ru: 'SMS', en: 'Text messages' },
  'channel.MAIL': { ru: 'Электронная почта', en: 'E-mail' },
  'channel.MAX': { ru: 'MAX', en: 'MAX' },
  'channel.WEB': { ru: 'Уведомления в браузере', en: 'Browser notices' },
  'channel.TELEGRAM': { ru: 'Telegram', en: 'Telegram' },
  'channel.VK': { ru: 'ВКонтакте', en: 'VK' },
  toChannels: { ru: 'К каналам сообщений', en: 'To the message channels' },
  'cards.APPLE': {
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
  'cards.GOOGLE': {
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
  'reason.UNREACHABLE': {
    ru: 'Площадка не отвечает; карты обновятся сами, как только ответит.',
    en: 'The platform does not answer; the cards are updated as soon as it does.',
  },
  'reason.ACCOUNT': {
    ru: 'Google не принимает учётную запись: проверьте её в «Сертификатах и ключах».',
    en: 'Google does not accept the account: check it under “Certificates & keys”.',
  },
  'reason.CERTIFICATE': {
    ru: 'Apple не принимает сертификат: проверьте его в «Сертификатах и ключах».',
    en: 'Apple does not accept the certificate: check it under “Certificates & keys”.',
  },
  'reason.REFUSED': {
    ru: 'Площадка не приняла содержимое этих карт: проверьте вид карты.',
    en: 'The platform refused what these cards say: check the card design.',
  },
  'reason.FAULT': {
    ru: 'Ошибка на нашей стороне; администратор её видит.',
    en: 'A fault on our side; the operator can see it.',
  },
  'silent.APPLE': {
    ru: 'Apple не отвечает с {since}: айфоны узнают о новом балансе, как только ответит.',
    en: 'Apple has not answered since {since}: iPhones are told of new balances as soon as it does.',
  },
  'silent.GOOGLE': {
    ru: 'Google не отвечает с {since}: карты в Google Wallet обновятся, как только ответит.',
    en: 'Google has not answered since {since}: cards in Google Wallet are updated as soon as it does.',
  },
  'silent.SMS': {
    ru: 'SMS не отправляются с {since}: покупатели не получают коды. Администратор это видит.',
    en: 'Text messages have not gone out since {since}: customers get no codes. The operator can see it.',
  },
  work: {
    ru: 'Часть фоновой работы не выполняется; администратор это видит.',
    en: 'Some background work fails; the operator can see it.',
  },
  retry: { ru: 'Повторить сейчас', en: 'Try again now' },
  retried: { ru: 'Отправляем заново', en: 'Trying again' },
  retryOf: { ru: 'Повторить сейчас: {name}', en: 'Try again now: {name}' },
  workOf: {
    ru: 'Не выполняется с {since} фоновая работа «{work}»; подробности в журнале службы.',
    en: 'The job “{work}” has failed since {since}; the service’s log has the details.',
  },
  more: { ru: 'И другие магазины.', en: 'And other shops.' },
})
