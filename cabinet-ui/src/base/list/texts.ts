import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  sortBy: { ru: 'Сортировать: {column}', en: 'Sort by {column}' },
  loadMore: { ru: 'Показать ещё', en: 'Show more' },
  loading: { ru: 'Загрузка', en: 'Loading' },
  clearSearch: { ru: 'Очистить поиск', en: 'Clear the search' },
})
