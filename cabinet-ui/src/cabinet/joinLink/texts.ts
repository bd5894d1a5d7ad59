import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Ссылка и QR', en: 'Sign-up link' },
  hint: {
    ru: 'Так покупатели получают карту: сканируют плакат в магазине или открывают ссылку.',
    en: 'How customers get the card: they scan the poster in the shop or open the link.',
  },
  link: { ru: 'Ссылка для сайта и соцсетей', en: 'Link for your site and social networks' },
  open: { ru: 'Посмотреть страницу', en: 'See the page' },
  print: { ru: 'Плакат и табличка на стол', en: 'Poster and table tent' },
  printHint: {
    ru: 'С QR-кодом страницы вступления, в цветах вашей карты и с её логотипом.',
    en: 'With the QR code of the sign-up page, in the colours of your card and with its logo.',
  },
  sheet: { ru: 'Что напечатать', en: 'What to print' },
  'sheet.POSTER_A4': { ru: 'Плакат А4', en: 'Poster, A4' },
  'sheet.POSTER_A3': { ru: 'Плакат А3', en: 'Poster, A3' },
  'sheet.TENT_A4': { ru: 'Табличка на стол, А4', en: 'Table tent, A4' },
  posterLanguage: { ru: 'Язык надписей', en: 'Language of the sheet' },
  'language.ru': { ru: 'По-русски', en: 'Russian' },
  'language.en': { ru: 'По-английски', en: 'English' },
  'language.both': { ru: 'На обоих', en: 'Both' },
  marks: { ru: 'Для типографии', en: 'For a print shop' },
  marksHint: {
    ru: 'Вылеты 3 мм и метки реза вокруг листа',
    en: '3 mm of bleed and crop marks around the sheet',
  },
  download: { ru: 'Скачать PDF', en: 'Download PDF' },
  seen: { ru: 'Так будет выглядеть: {sheet}', en: 'How it will look: {sheet}' },
})
