import { defineTexts } from './i18n/texts'

export const texts = defineTexts({
  showPassword: { ru: 'Показать пароль', en: 'Show the password' },
})
