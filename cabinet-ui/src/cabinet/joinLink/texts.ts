import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Ссылка и QR', en: 'Sign-up link' },
  hint: {
    ru: 'Так покупатели получают карту: сканируют плакат в магазине или открывают ссылку.',
    en: 'How customers get the card: they scan the poster in the shop or open the link.',
  },
  link: { ru: 'Ссылка для сайта и соцсетей', en: 'Link for your site and social networks' },
  open: { ru: 'Посмотреть страницу', en: 'See the page' },
  poster: { ru: 'Плакат', en: 'Poster' },
  posterHint: { ru: 'Лист А4 для стойки и витрины.', en: 'An A4 sheet for the counter and the window.' },
  print: { ru: 'Напечатать', en: 'Print' },
  posterLanguage: { ru: 'Язык плаката', en: 'Poster language' },
  qr: { ru: 'QR-код страницы вступления', en: 'QR code of the sign-up page' },
  posterTitle: { ru: 'Наша карта — в\u00a0вашем телефоне', en: 'Our card lives in your phone' },
  posterLead: {
    ru: 'Наведите камеру и получайте бонусы с\u00a0каждой покупки',
    en: 'Point your camera and earn bonuses with every purchase',
  },
  step1: { ru: 'Отсканируйте код', en: 'Scan the code' },
  step2: { ru: 'Введите телефон', en: 'Enter your phone' },
  step3: { ru: 'Добавьте карту в кошелёк', en: 'Add the card to the wallet' },
  posterFoot: {
    ru: 'Приложение ставить не нужно: Apple Wallet и Google Wallet уже в\u00a0телефоне',
    en: 'No app to install: Apple Wallet and Google Wallet are there already',
  },
})
