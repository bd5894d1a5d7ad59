import { defineTexts } from '@/base/i18n/texts'

/** Categories by the codes that programs to begin with use. */
export const texts = defineTexts({
  'usual.coffee': { ru: 'кофе', en: 'coffee' },
  'usual.beans': { ru: 'кофе в зёрнах', en: 'coffee beans' },
  'usual.bakery': { ru: 'выпечка', en: 'bakery' },
  'usual.cake': { ru: 'торты', en: 'cakes' },
  'usual.wash': { ru: 'мойка', en: 'car wash' },
  'usual.vitamins': { ru: 'витамины', en: 'vitamins' },
  'usual.delivery': { ru: 'доставка', en: 'delivery' },
})
