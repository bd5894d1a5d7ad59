import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  and: { ru: 'и', en: 'and' },
  or: { ru: 'или', en: 'or' },
  not: { ru: 'неверно, что {what}', en: 'it is not so that {what}' },
  unknown: { ru: 'условие, которого эта страница не знает', en: 'a condition this page does not know' },
  unknownHint: {
    ru: 'Условие сохранится как есть. Его можно только убрать.',
    en: 'The condition is kept as it is. It can only be removed.',
  },
  conditions: { ru: 'Условия', en: 'Conditions' },
  none: { ru: 'Без условий: действует всегда.', en: 'No conditions: it always applies.' },
  emptyGroup: { ru: 'Добавьте условия этой группы.', en: 'Add conditions to this group.' },
  mode: { ru: 'Сколько условий должно выполниться', en: 'How many conditions must be met' },
  all: { ru: 'все условия', en: 'all of these' },
  any: { ru: 'хотя бы одно', en: 'any of these' },
  add: { ru: 'Добавить условие', en: 'Add a condition' },
  group: { ru: 'Группа условий', en: 'A group of conditions' },
  groupHint: { ru: 'Сложные условия', en: 'Several at once' },
  remove: { ru: 'Убрать: {name}', en: 'Remove: {name}' },
  negate: { ru: 'Наоборот', en: 'The opposite' },
  negated: { ru: 'Вернуть как было', en: 'Undo' },
  more: { ru: 'Ещё: {name}', en: 'More: {name}' },
  notBadge: { ru: 'не', en: 'not' },
  wrap: { ru: 'Объединить в группу', en: 'Put into a group' },
})
