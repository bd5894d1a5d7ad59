import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Как считать пользу рассылок', en: 'How campaigns are judged' },
  hint: { ru: 'Покупатели этого не видят.', en: 'Customers see nothing of this.' },
  margin: { ru: 'Маржа магазина', en: 'The shop’s margin' },
  marginHint: {
    ru: 'Сколько остаётся от цены после закупки товара. По ней рассылка показывает прибыль. Пусто — показываем только покупки.',
    en: 'What is left of a price after the goods are paid. It turns purchases into profit. Empty: purchases only.',
  },
  global: { ru: 'Общая контрольная группа', en: 'Global hold-out group' },
  globalHint: {
    ru: 'Столько участников, выбранных наугад, целый квартал не получают никаких рассылок, только сообщения о своих покупках и бонусах. Так видно, что дают все рассылки вместе. Обычно хватает 5 %; 0 — писать всем.',
    en: 'So many members, drawn at random, get no campaigns for a whole quarter, only messages about their own purchases and bonuses. It shows what all campaigns do together. 5% is usually enough; 0: write to everybody.',
  },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сохранено', en: 'Saved' },
})
