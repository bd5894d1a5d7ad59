import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Как покупают участники', en: 'How members buy' },
  hint: {
    ru: 'Все, кто покупал за последние 12 месяцев: давно ли, часто ли и на сколько (RFM). Считается раз в день.',
    en: 'All who bought in the last 12 months: how lately, how often and for how much (RFM). Computed once a day.',
  },
  back: { ru: 'Все сегменты', en: 'All segments' },
  since: { ru: 'С каким днём сравнить', en: 'Compare with' },
  days: {
    ru: { one: '{count} день назад', few: '{count} дня назад', many: '{count} дней назад', other: '{count} дня назад' },
    en: { one: '{count} day ago', other: '{count} days ago' },
  },
  none: {
    ru: 'Пока считать не по чему: оценки появятся на следующий день после первых покупок.',
    en: 'There is nothing to go by yet: scores appear the day after the first purchases.',
  },
  groups: { ru: 'Группы', en: 'Groups' },
  groupsHint: { ru: 'Сейчас и {day}', en: 'Now and on {day}' },
  noPast: {
    ru: 'Сравнить пока не с чем: столько дней назад оценок ещё не было.',
    en: 'There is nothing to compare with: there were no scores so long ago.',
  },
  was: { ru: '(было {count})', en: '({count} before)' },
  matrix: { ru: 'Давность и частота', en: 'Recency and frequency' },
  matrixHint: { ru: 'Число открывает список этих участников.', en: 'A number opens the list of these members.' },
  frequencyBelow: { ru: 'Частота ↓ Давность →', en: 'Frequency ↓ Recency →' },
  'recency.1': { ru: '1, давно', en: '1, long ago' },
  'recency.2': { ru: '2', en: '2' },
  'recency.3': { ru: '3', en: '3' },
  'recency.4': { ru: '4', en: '4' },
  'recency.5': { ru: '5, недавно', en: '5, lately' },
  'frequency.1': { ru: '1, редко', en: '1, seldom' },
  'frequency.2': { ru: '2', en: '2' },
  'frequency.3': { ru: '3', en: '3' },
  'frequency.4': { ru: '4', en: '4' },
  'frequency.5': { ru: '5, часто', en: '5, often' },
  moves: { ru: 'Кто перешёл', en: 'Who moved' },
  movesHint: { ru: 'Из группы, в которой был {day}, в нынешнюю', en: 'From the group of {day} to the present one' },
  nobodyMoved: { ru: 'Никто не сменил группу.', en: 'Nobody changed the group.' },
  noGroupWas: { ru: 'Год не покупал', en: 'Had bought nothing for a year' },
  noGroupNow: { ru: 'Больше года не покупает', en: 'Has bought nothing for a year' },
})
