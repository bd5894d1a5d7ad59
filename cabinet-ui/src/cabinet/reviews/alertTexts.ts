import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Отзывы ждут ответа', en: 'Reviews are waiting' },
  bad: {
    ru: {
      one: '{count} плохой отзыв никто не взял в работу.',
      few: '{count} плохих отзыва никто не взял в работу.',
      many: '{count} плохих отзывов никто не взял в работу.',
      other: '{count} плохого отзыва никто не взял в работу.',
    },
    en: { one: 'Nobody took on {count} bad review.', other: 'Nobody took on {count} bad reviews.' },
  },
  late: {
    ru: {
      one: '{count} отзыв просрочен.',
      few: '{count} отзыва просрочены.',
      many: '{count} отзывов просрочены.',
      other: '{count} отзыва просрочены.',
    },
    en: { one: '{count} review is overdue.', other: '{count} reviews are overdue.' },
  },
  open: { ru: 'Открыть', en: 'Open' },
})
