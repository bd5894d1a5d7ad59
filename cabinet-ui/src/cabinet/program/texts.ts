import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Программа', en: 'Program' },
  version: { ru: 'Версия {number}, опубликована {date}', en: 'Version {number}, published {date}' },
  tiers: { ru: 'Уровни', en: 'Tiers' },
  tiersHint: { ru: 'Что получает покупатель на каждом уровне.', en: 'What a customer gets in each tier.' },
  earn: { ru: 'Начисляем', en: 'Earns' },
  earnHint: { ru: 'с оплаты деньгами', en: 'of what is paid with money' },
  spend: { ru: 'Можно списать', en: 'May spend' },
  spendHint: { ru: 'чека бонусами', en: 'of the receipt with bonuses' },
  rules: { ru: 'Документ правил', en: 'Rules document' },
  rulesHint: { ru: 'То, по чему система судит каждый чек.', en: 'What every receipt is judged by.' },
  show: { ru: 'Показать', en: 'Show' },
  members: { ru: 'Участники уровня', en: 'Members of this tier' },
})
