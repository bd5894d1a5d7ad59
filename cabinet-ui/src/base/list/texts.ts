import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  sortBy: { ru: 'Сортировать: {column}', en: 'Sort by {column}' },
  loadMore: { ru: 'Показать ещё', en: 'Show more' },
  tick: { ru: 'Отметить: {what}', en: 'Tick {what}' },
  tickAll: { ru: 'Отметить все показанные', en: 'Tick all that are shown' },
  loading: { ru: 'Загрузка', en: 'Loading' },
  clearSearch: { ru: 'Очистить поиск', en: 'Clear the search' },
  export: { ru: 'Выгрузить', en: 'Export' },
  csv: { ru: 'CSV', en: 'CSV' },
  xlsx: { ru: 'Excel (.xlsx)', en: 'Excel (.xlsx)' },
})
