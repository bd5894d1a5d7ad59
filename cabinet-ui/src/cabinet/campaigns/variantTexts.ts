import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  add: { ru: 'Другой текст: SMS, письмо, язык', en: 'Other words: SMS, letter, language' },
  legend: { ru: 'Другой текст {number}', en: 'Other text {number}' },
  for: { ru: 'Тем, кому идёт', en: 'For those who get' },
  by: { ru: 'Как уходит', en: 'How it goes' },
  'by.any': { ru: 'любым способом', en: 'it by any way' },
  'by.CARD': { ru: 'на карту', en: 'it on the card' },
  'by.SMS': { ru: 'SMS', en: 'a text message' },
  'by.CHAT': { ru: 'в мессенджер', en: 'it in a messenger' },
  'by.MAIL': { ru: 'письмо', en: 'a letter' },
  reads: { ru: 'и кто читает', en: 'and read' },
  lang: { ru: 'Язык', en: 'Language' },
  'lang.any': { ru: 'на любом языке', en: 'any language' },
  'lang.ru': { ru: 'по-русски', en: 'Russian' },
  'lang.en': { ru: 'по-английски', en: 'English' },
  text: { ru: 'Их текст', en: 'Their text' },
  remove: { ru: 'Убрать текст {number}', en: 'Remove text {number}' },
  missing: { ru: 'Напишите текст или уберите его', en: 'Write the text or remove it' },
  unchosen: { ru: 'Выберите способ или язык', en: 'Choose a way or a language' },
  fallback: {
    ru: 'Сначала смотрим на язык участника, потом на способ. Если ничего не подошло, уйдёт основной текст.',
    en: 'The member’s language is looked at first, then the way. Where nothing fits, the main text goes.',
  },
  signs: {
    ru: { one: '{count} знак', few: '{count} знака', many: '{count} знаков', other: '{count} знака' },
    en: { one: '{count} character', other: '{count} characters' },
  },
  parts: { ru: 'для оплаты {count} SMS', en: 'paid for as {count} SMS' },
  erid: { ru: 'Маркировка рекламы, erid', en: 'Advertising token, erid' },
  eridHint: {
    ru: 'Если получили токен у оператора рекламных данных. Допишем ко всем текстам: «{tail}»',
    en: 'If the operator of advertising data gave you one. Added to every text, in Russian: “{tail}”',
  },
  // The law's words: said in Russian whatever the page's language is.
  tail: { ru: 'Реклама. {shop}. erid: {token}', en: 'Advertisement. {shop}. erid: {token}' },
  eridWrong: {
    ru: 'Только латинские буквы, цифры, дефис и подчёркивание',
    en: 'Latin letters, digits, hyphens and underscores only',
  },
})
