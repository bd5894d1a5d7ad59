import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Оценки и NPS', en: 'Scores and NPS' },
  hint: {
    ru: 'NPS — доля оценок 9–10 минус доля оценок 0–6. Без дат — за последние 30 дней.',
    en: 'NPS is the share of scores 9–10 less the share of 0–6. Without dates: the last 30 days.',
  },
  back: { ru: 'К отзывам', en: 'To the reviews' },
  from: { ru: 'С какого дня', en: 'From' },
  to: { ru: 'По какой день', en: 'To' },
  reviews: { ru: 'Отзывов', en: 'Reviews' },
  answered: { ru: 'ответили {share} из {asked}, кого спросили', en: '{share} of the {asked} asked have answered' },
  nobodyAsked: { ru: 'в эти дни никого не спрашивали', en: 'nobody was asked in these days' },
  positive: { ru: 'Положительных, 9–10', en: 'Positive, 9–10' },
  negative: { ru: 'Отрицательных, 0–6', en: 'Negative, 0–6' },
  by: {
    ru: 'новых {fresh}, в работе {work}, закрыто {done}',
    en: '{fresh} new, {work} in work, {done} done',
  },
  few: { ru: 'Мало ответов', en: 'Too few answers yet' },
  fewHint: {
    ru: {
      one: 'пока {count} ответ: нужно больше десяти',
      few: 'пока {count} ответа: нужно больше десяти',
      many: 'пока {count} ответов: нужно больше десяти',
      other: 'пока {count} ответа: нужно больше десяти',
    },
    en: {
      one: '{count} answer so far: more than ten are needed',
      other: '{count} answers so far: more than ten are needed',
    },
  },
  range: {
    ru: {
      one: 'скорее всего от {low} до {high}, по {count} ответу',
      few: 'скорее всего от {low} до {high}, по {count} ответам',
      many: 'скорее всего от {low} до {high}, по {count} ответам',
      other: 'скорее всего от {low} до {high}, по {count} ответа',
    },
    en: {
      one: 'probably from {low} to {high}, by {count} answer',
      other: 'probably from {low} to {high}, by {count} answers',
    },
  },
  stores: { ru: 'По магазинам', en: 'By store' },
  storesHint: { ru: 'Там, где была покупка', en: 'Where the purchase was' },
  people: { ru: 'По сотрудникам', en: 'By employee' },
  peopleHint: {
    ru: 'К ответам сотрудника добавлены пять ответов его магазина: одна оценка никого не топит.',
    en: 'Five answers of the store are added to an employee’s own: one score sinks nobody.',
  },
  none: { ru: 'В эти дни оценок нет', en: 'No scores in these days' },
  name: { ru: 'Название', en: 'Name' },
  promoters: { ru: 'Довольных', en: 'Promoters' },
  detractors: { ru: 'Недовольных', en: 'Detractors' },
})
