import { defineTexts } from '../i18n/texts'

/** The zones where our shops are, in words; in the order in which they are offered. */
export const texts = defineTexts({
  'zone.Europe/Kaliningrad': { ru: 'Калининград', en: 'Kaliningrad' },
  'zone.Europe/Moscow': { ru: 'Москва, Санкт-Петербург', en: 'Moscow, St Petersburg' },
  'zone.Europe/Samara': { ru: 'Самара, Ижевск', en: 'Samara, Izhevsk' },
  'zone.Asia/Yekaterinburg': { ru: 'Екатеринбург, Уфа, Пермь', en: 'Yekaterinburg, Ufa, Perm' },
  'zone.Asia/Omsk': { ru: 'Омск', en: 'Omsk' },
  'zone.Asia/Novosibirsk': { ru: 'Новосибирск', en: 'Novosibirsk' },
  'zone.Asia/Krasnoyarsk': { ru: 'Красноярск', en: 'Krasnoyarsk' },
  'zone.Asia/Irkutsk': { ru: 'Иркутск, Улан-Удэ', en: 'Irkutsk, Ulan-Ude' },
  'zone.Asia/Yakutsk': { ru: 'Якутск, Чита', en: 'Yakutsk, Chita' },
  'zone.Asia/Vladivostok': { ru: 'Владивосток, Хабаровск', en: 'Vladivostok, Khabarovsk' },
  'zone.Asia/Magadan': { ru: 'Магадан, Сахалин', en: 'Magadan, Sakhalin' },
  'zone.Asia/Kamchatka': { ru: 'Камчатка', en: 'Kamchatka' },
  'zone.Europe/Minsk': { ru: 'Минск', en: 'Minsk' },
  'zone.Asia/Almaty': { ru: 'Алматы, Астана', en: 'Almaty, Astana' },
  'zone.Asia/Tashkent': { ru: 'Ташкент', en: 'Tashkent' },
  'zone.Asia/Bishkek': { ru: 'Бишкек', en: 'Bishkek' },
  'zone.Asia/Tbilisi': { ru: 'Тбилиси', en: 'Tbilisi' },
  'zone.Asia/Yerevan': { ru: 'Ереван', en: 'Yerevan' },
  'zone.Asia/Baku': { ru: 'Баку', en: 'Baku' },
  'zone.Europe/Istanbul': { ru: 'Стамбул', en: 'Istanbul' },
  'zone.Asia/Dubai': { ru: 'Дубай', en: 'Dubai' },
  'zone.Europe/Berlin': { ru: 'Берлин', en: 'Berlin' },
  'zone.Europe/London': { ru: 'Лондон', en: 'London' },
})
