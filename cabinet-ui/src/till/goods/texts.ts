import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  editGoods: { ru: 'Изменить кнопки', en: 'Edit buttons' },
})
