import { defineTexts } from '@/base/i18n/texts'

/** Words to begin with. */
export const texts = defineTexts({
  // as the service reads them, in braces
  'word.name': { ru: 'имя|друг', en: 'name|friend' },
  'word.bonuses': { ru: 'бонусы', en: 'bonuses' },
  'word.burns': { ru: 'сгорит', en: 'expiring' },
  'word.gift': { ru: 'подарок', en: 'gift' },
  'word.until': { ru: 'подарок до', en: 'gift until' },
  begin: { ru: 'Начать с готового текста', en: 'Begin with a ready text' },
  'name.MISSED': { ru: 'Вернуть тех, кто давно не был', en: 'Bring back who has not come lately' },
  'text.MISSED': {
    ru: '{name}, давно не виделись! Дарим {gift} бонусов до {until}. Ждём вас.',
    en: '{name}, we miss you! Here are {gift} bonuses, yours until {until}. See you soon.',
  },
  'name.NOVELTY': { ru: 'Рассказать о новинке', en: 'Tell of something new' },
  'text.NOVELTY': {
    ru: '{name}, у нас новинка: … Заходите попробовать!',
    en: '{name}, something new is here: … Come and try it!',
  },
  'name.WEEKEND': { ru: 'Акция выходного дня', en: 'Weekend offer' },
  'text.WEEKEND': {
    ru: '{name}, в эти выходные … На вашей карте бонусы: {bonuses}.',
    en: '{name}, this weekend … You have {bonuses} bonuses on your card.',
  },
  'name.BURN': { ru: 'Напомнить о бонусах, которые сгорят', en: 'Remind of bonuses about to expire' },
  'text.BURN': {
    ru: '{name}, скоро сгорят ваши бонусы: {burns}. Успейте потратить!',
    en: '{name}, {burns} of your bonuses expire soon. Come and spend them!',
  },
  'name.HOLIDAY': { ru: 'Поздравить с праздником', en: 'Holiday greetings' },
  'text.HOLIDAY': {
    ru: '{name}, с праздником! Наш подарок — {gift} бонусов до {until}.',
    en: 'Happy holidays, {name}! Our gift to you: {gift} bonuses until {until}.',
  },
})
