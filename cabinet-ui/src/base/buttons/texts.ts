import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  none: {
    ru: 'Кнопок пока нет. Начните с того, что продаёте чаще всего.',
    en: 'No buttons yet. Begin with what you sell most.',
  },
  fromCatalogue: { ru: 'Добавить из каталога', en: 'Add from the catalogue' },
  fromCatalogueHint: { ru: 'Название или штрихкод', en: 'Name or barcode' },
  nothingFound: { ru: 'Такого товара нет', en: 'No such goods' },
  goodName: { ru: 'Название', en: 'Name' },
  goodCode: { ru: 'Код', en: 'Code' },
  goodCategory: { ru: 'Категория', en: 'Category' },
  noCategory: { ru: 'без категории', en: 'no category' },
  goodPrice: { ru: 'Цена, ₽', en: 'Price, ₽' },
  atTheTill: { ru: 'цену вводит кассир', en: 'the cashier enters the price' },
  addGood: { ru: 'Добавить кнопку', en: 'Add a button' },
  removeGood: { ru: 'Убрать «{name}»', en: 'Remove {name}' },
  earlier: { ru: 'Раньше: {name}', en: 'Earlier: {name}' },
  ready: { ru: 'Готово', en: 'Done' },
})
