import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  needsCode: {
    ru: 'Карта не прочитана или ещё не подтверждена владельцем. Списать до {amount} можно с кодом из сообщения.',
    en: 'No card was read, or its owner has not confirmed it yet. Up to {amount} can be spent with the code from a message.',
  },
  askCode: { ru: 'Списать по коду', en: 'Spend with a code' },
  needsCard: {
    ru: 'Бонусы списываются только по карте. Попросите показать карту в телефоне и отсканируйте её.',
    en: 'Bonuses are spent with the card only. Ask to see the card in the phone and scan it.',
  },
  title: { ru: 'Код для списания', en: 'Code to spend bonuses' },
  why: {
    ru: '{name}: списание подтверждает владелец телефона. Отправим код, покупатель назовёт его вам.',
    en: '{name}: the phone’s owner agrees to the spending. We send a code; the customer reads it out to you.',
  },
  orCard: {
    ru: 'Есть карта? Просто отсканируйте её — код не понадобится.',
    en: 'Is the card here? Just scan it, no code needed.',
  },
  cancel: { ru: 'Без списания', en: 'Do not spend' },
  proven: { ru: 'Код подошёл: бонусы можно списать', en: 'The code is right: bonuses can be spent' },
})
