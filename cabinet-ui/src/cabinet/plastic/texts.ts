import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Пластиковые карты', en: 'Plastic cards' },
  hint: {
    ru: 'Партии, которые загружены из списка или выпущены для печати.',
    en: 'Batches that were imported from a list or made for the printer.',
  },
  batch: { ru: 'Партия', en: 'Batch' },
  cards: { ru: 'Всего карт', en: 'Cards' },
  inStock: { ru: 'Ещё не выдано', en: 'Not given out yet' },
  created: { ru: 'Добавлена', en: 'Added' },
  by: { ru: 'Кто добавил', en: 'By' },
  actions: { ru: 'Действия', en: 'Actions' },
  of: { ru: 'не выдано {inStock} из {cards}', en: '{inStock} of {cards} not given out' },
  none: { ru: 'Партий пока нет', en: 'No batches yet' },
  noneText: {
    ru: 'Загрузите номера карт через API: POST /api/v1/card-batches.',
    en: 'Import card numbers through the API: POST /api/v1/card-batches.',
  },
  notYours: { ru: 'Партии видят владелец и маркетолог', en: 'Batches are for the owner and the marketer' },
  remove: { ru: 'Удалить', en: 'Delete' },
  removeNamed: { ru: 'Удалить партию «{name}»', en: 'Delete batch {name}' },
  removeTitle: { ru: 'Удалить партию «{name}»?', en: 'Delete batch {name}?' },
  removeText: {
    ru: 'Невыданные карты ({inStock}) перестанут приниматься на кассе, вернуть их нельзя. Карты, которые уже у покупателей, останутся у них.',
    en: 'Cards that were not given out ({inStock}) will no longer be taken at the till; this cannot be undone. Cards that customers have stay theirs.',
  },
  removed: { ru: 'Партия удалена: карт убрано — {removed}', en: 'The batch is deleted: {removed} cards are gone' },
})
