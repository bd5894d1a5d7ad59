import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Новая версия начнёт действовать {date}', en: 'A new version takes over on {date}' },
  by: {
    ru: 'Назначено: {name}, {date}. До этого кассы считают по программе ниже.',
    en: 'Set by {name}, {date}. Until then tills use the program below.',
  },
  changes: { ru: 'Что изменится', en: 'What will change' },
  nothing: { ru: 'Она такая же, как действующая.', en: 'It is the same as the current program.' },
  more: { ru: 'и другие изменения', en: 'and more' },
  publish: { ru: 'Опубликовать сразу', en: 'Publish at once' },
  publishTitle: { ru: 'Опубликовать сразу?', en: 'Publish at once?' },
  publishText: { ru: 'Кассы начнут считать по ней с этой минуты.', en: 'Tills will use it from now on.' },
  published: { ru: 'Программа опубликована', en: 'The program is published' },
  takeBack: { ru: 'Отменить публикацию', en: 'Take back' },
  takeBackTitle: { ru: 'Отменить публикацию?', en: 'Take the version back?' },
  takeBackText: {
    ru: 'Версия снова станет черновиком и откроется для изменений.',
    en: 'It becomes a draft again and opens for editing.',
  },
})
