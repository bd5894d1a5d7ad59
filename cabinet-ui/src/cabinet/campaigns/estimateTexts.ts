import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Прикинем', en: 'Estimate' },
  card: { ru: 'на карту {count}', en: '{count} on the card' },
  'way.SMS': { ru: 'SMS {count}', en: '{count} by text message' },
  'way.MAIL': { ru: 'письмом {count}', en: '{count} by e-mail' },
  'way.MAX': { ru: 'в MAX {count}', en: '{count} in MAX' },
  'way.TELEGRAM': { ru: 'в Telegram {count}', en: '{count} in Telegram' },
  'way.WEB': { ru: 'в браузер {count}', en: '{count} in the browser' },
  'way.VK': { ru: 'во ВКонтакте {count}', en: '{count} in VK' },
  free: { ru: 'Бесплатно.', en: 'Free of charge.' },
  costs: { ru: 'Стоит до {cost}.', en: 'Costs up to {cost}.' },
  soon: { ru: 'Займёт меньше минуты.', en: 'Takes less than a minute.' },
  minutes: {
    ru: {
      one: 'Займёт около {count} минуты.',
      few: 'Займёт около {count} минут.',
      many: 'Займёт около {count} минут.',
      other: 'Займёт около {count} минуты.',
    },
    en: { one: 'Takes about {count} minute.', other: 'Takes about {count} minutes.' },
  },
  hours: {
    ru: {
      one: 'Займёт около {count} часа.',
      few: 'Займёт около {count} часов.',
      many: 'Займёт около {count} часов.',
      other: 'Займёт около {count} часа.',
    },
    en: { one: 'Takes about {count} hour.', other: 'Takes about {count} hours.' },
  },
  saves: {
    ru: 'Всем по SMS вышло бы {all}: вы сбережёте {saved}.',
    en: 'All by text message would cost {all}: you save {saved}.',
  },
  saved: {
    ru: 'Тем же людям по SMS вышло бы {all}: сбережено {saved}.',
    en: 'The same people by text message would have cost {all}: {saved} saved.',
  },
})
