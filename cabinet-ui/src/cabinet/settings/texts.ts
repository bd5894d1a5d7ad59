import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Данные магазина', en: 'Shop details' },
  hint: {
    ru: 'Их видят покупатели: на странице регистрации и на карте.',
    en: 'Customers see them: on the sign-up page and on the card.',
  },
  names: { ru: 'Название и описание', en: 'Name and description' },
  name: { ru: 'Название', en: 'Name' },
  nameEn: { ru: 'Название на английском', en: 'Name in English' },
  nameEnHint: {
    ru: 'Для страниц и карт на английском. Пусто — то же самое.',
    en: 'For pages and cards in English. Empty: the same name.',
  },
  nameRequired: { ru: 'Напишите название', en: 'Enter the name' },
  nameLater: {
    ru: 'На уже выданных картах новое название появится при следующем изменении карты.',
    en: 'Cards already in phones show a new name with their next change.',
  },
  description: { ru: 'О программе, коротко', en: 'About the program, in Russian' },
  descriptionEn: { ru: 'То же на английском', en: 'The same in English' },
  zone: { ru: 'Часовой пояс', en: 'Time zone' },
  zoneHint: {
    ru: 'По нему считаются дни программы и отчётов. У каждого магазина сети — свой.',
    en: 'The days of the program and of reports follow it. Each store has its own.',
  },
  contacts: { ru: 'Контакты', en: 'Contacts' },
  phone: { ru: 'Телефон', en: 'Phone' },
  email: { ru: 'Почта', en: 'E-mail' },
  site: { ru: 'Сайт', en: 'Website' },
  address: { ru: 'Адрес', en: 'Address' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сохранено', en: 'Saved' },

  'kind.terms': { ru: 'Правила программы', en: 'Program terms' },
  'kind.privacy': { ru: 'Обработка персональных данных', en: 'Privacy' },
  textHint: {
    ru: 'Ссылка на этот текст стоит рядом с согласием на странице регистрации.',
    en: 'The sign-up page links to this text next to the consent.',
  },
  none: { ru: 'Ещё не опубликовано', en: 'Not published yet' },
  version: { ru: 'Версия {version} от {date}', en: 'Version {version} of {date}' },
  change: { ru: 'Изменить', en: 'Change' },
  publishFirst: { ru: 'Добавить', en: 'Add' },
  history: { ru: 'Прежние версии: {count}', en: 'Former versions: {count}' },
  byLink: { ru: 'Ссылка', en: 'A link' },
  byText: { ru: 'Текст', en: 'A text' },
  how: { ru: 'Где лежит текст', en: 'Where the text is' },
  url: { ru: 'Адрес страницы', en: 'Address of the page' },
  textRu: { ru: 'Текст на русском', en: 'Text in Russian' },
  textEn: { ru: 'Текст на английском, если есть', en: 'Text in English, if there is one' },
  publish: { ru: 'Опубликовать', en: 'Publish' },
  published: { ru: 'Опубликовано', en: 'Published' },
  publishNote: {
    ru: 'Прежняя версия сохранится: видно, с чем соглашались раньше.',
    en: 'The former version is kept: it can be seen what people agreed to before.',
  },
})
