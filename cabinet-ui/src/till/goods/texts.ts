import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  editGoods: { ru: 'Изменить кнопки', en: 'Edit buttons' },
  goodName: { ru: 'Название', en: 'Name' },
  goodCode: { ru: 'Код', en: 'Code' },
  goodPrice: { ru: 'Цена, ₽', en: 'Price, ₽' },
  addGood: { ru: 'Добавить кнопку', en: 'Add a button' },
  removeGood: { ru: 'Убрать «{name}»', en: 'Remove {name}' },
  ready: { ru: 'Готово', en: 'Done' },
})
