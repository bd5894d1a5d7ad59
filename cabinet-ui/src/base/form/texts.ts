import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  amountWrong: { ru: 'Введите сумму, например 250 или 99,90', en: 'Enter an amount, for example 250 or 99.90' },
})
