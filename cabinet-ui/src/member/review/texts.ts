import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Как прошла покупка', en: 'How was your purchase' },
  question: {
    ru: 'Готовы ли вы рекомендовать «{shop}» друзьям?',
    en: 'Would you recommend {shop} to a friend?',
  },
  cashier: { ru: 'кассир {name}', en: 'served by {name}' },
  promise: {
    ru: {
      one: 'За оценку начислим {amount} бонусов: они действуют {count} день.',
      few: 'За оценку начислим {amount} бонусов: они действуют {count} дня.',
      many: 'За оценку начислим {amount} бонусов: они действуют {count} дней.',
      other: 'За оценку начислим {amount} бонусов: они действуют {count} дня.',
    },
    en: {
      one: 'You get {amount} bonuses for rating, good for {count} day.',
      other: 'You get {amount} bonuses for rating, good for {count} days.',
    },
  },
  given: {
    ru: {
      one: 'Начислили {amount} бонусов. Они действуют {count} день.',
      few: 'Начислили {amount} бонусов. Они действуют {count} дня.',
      many: 'Начислили {amount} бонусов. Они действуют {count} дней.',
      other: 'Начислили {amount} бонусов. Они действуют {count} дня.',
    },
    en: {
      one: 'You got {amount} bonuses, good for {count} day.',
      other: 'You got {amount} bonuses, good for {count} days.',
    },
  },
  scale: { ru: 'Оценка от 0 до 10', en: 'Score from 0 to 10' },
  score: { ru: '{score} из 10', en: '{score} out of 10' },
  worst: { ru: 'Точно нет', en: 'Not at all' },
  best: { ru: 'Обязательно', en: 'Definitely' },
  sending: { ru: 'Отправляем…', en: 'Sending…' },
  waiting: {
    ru: 'Нет связи. Отправим, как только она появится.',
    en: 'No connection. We send it as soon as there is one.',
  },
  thanks: { ru: 'Спасибо!', en: 'Thank you!' },
  yourScore: { ru: 'Ваша оценка: {score} из 10', en: 'Your score: {score} out of 10' },
  whatGood: { ru: 'Что понравилось больше всего?', en: 'What did you like most?' },
  whatBad: { ru: 'Что нам исправить?', en: 'What should we do better?' },
  more: { ru: 'Хотите что-то добавить?', en: 'Anything to add?' },
  send: { ru: 'Отправить', en: 'Send' },
  missing: { ru: 'Ссылка не подходит', en: 'The link does not work' },
  missingText: { ru: 'Откройте её из сообщения ещё раз.', en: 'Please open it from the message again.' },
  closed: { ru: 'Оценить уже нельзя', en: 'Too late to rate' },
  closedText: {
    ru: 'С покупки прошло слишком много времени. Приходите ещё, и мы снова спросим.',
    en: 'Too much time has passed since the purchase. Come again, and we will ask again.',
  },
})
