import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Что было бы по новой программе', en: 'What the new program would have done' },
  hint: {
    ru: 'Настоящие чеки пересчитываются по подготовленным изменениям. В кассах и на картах ничего не меняется.',
    en: 'Your real receipts are worked out again with the changes you prepared. Tills and cards stay as they are.',
  },
  back: { ru: 'К изменениям программы', en: 'Back to the changes' },
  backToProgram: { ru: 'К программе', en: 'Back to the program' },
  nothing: { ru: 'Изменений пока нет', en: 'No changes yet' },
  nothingText: {
    ru: 'Измените что-нибудь в программе — и здесь можно будет увидеть, во что это обойдётся.',
    en: 'Change something in the program, and see here what it would cost.',
  },
  edit: { ru: 'Изменить программу', en: 'Change the program' },
  // What is asked
  period: { ru: 'За какое время', en: 'Which period' },
  'last.30': { ru: '30 дней', en: '30 days' },
  'last.90': { ru: '90 дней', en: '90 days' },
  'last.180': { ru: '180 дней', en: '180 days' },
  'last.365': { ru: 'Год', en: 'A year' },
  'last.OWN': { ru: 'Свои даты', en: 'Other dates' },
  from: { ru: 'С', en: 'From' },
  through: { ru: 'По', en: 'To' },
  datesWrong: { ru: 'Первый день позже последнего', en: 'The first day is after the last' },
  datesNeeded: { ru: 'Выберите оба дня', en: 'Choose both days' },
  more: { ru: 'Подробнее', en: 'More options' },
  bonusValue: { ru: 'Во что обходится один бонус', en: 'What one bonus costs you' },
  bonusValueHint: {
    ru: 'Доля от рубля: 100 %, если каждый бонус когда-нибудь потратят; меньше, если часть сгорает.',
    en: 'Of a rouble: 100% if every bonus is spent some day, less if some expire.',
  },
  asAllowed: {
    ru: 'Кто оплачивал бонусами сколько можно, поступил бы так же и по новой программе',
    en: 'Customers who paid with as many bonuses as allowed would do so again',
  },
  start: { ru: 'Посчитать', en: 'Work it out' },
  again: { ru: 'Посчитать ещё раз', en: 'Work it out again' },
  // While it runs
  queued: { ru: 'Ждём: сейчас идёт другой подсчёт', en: 'Waiting: another one is running' },
  starting: { ru: 'Начинаем…', en: 'Starting…' },
  counting: { ru: 'Собираем чеки за это время…', en: 'Collecting the receipts…' },
  progress: { ru: 'Пересчитано {done} из {total}', en: '{done} of {total} done' },
  leftSeconds: { ru: 'осталось меньше минуты', en: 'less than a minute left' },
  leftMinutes: {
    ru: {
      one: 'осталось около {count} минуты',
      few: 'осталось около {count} минут',
      many: 'осталось около {count} минут',
      other: 'осталось около {count} минут',
    },
    en: { one: 'about {count} minute left', other: 'about {count} minutes left' },
  },
  mayLeave: {
    ru: 'Страницу можно закрыть: подсчёт продолжится, результат будет здесь.',
    en: 'You may leave this page: it goes on, and the result will be here.',
  },
  cancel: { ru: 'Остановить', en: 'Stop' },
  stopped: { ru: 'Подсчёт остановлен', en: 'Stopped' },
  failed: { ru: 'Посчитать не удалось', en: 'It could not be worked out' },
  'error.INTERRUPTED': {
    ru: 'Подсчёт несколько раз прерывался. Попробуйте период короче.',
    en: 'It was interrupted several times. Try a shorter period.',
  },
  'error.PROGRAM_INVALID': {
    ru: 'В подготовленной программе есть ошибки. Исправьте их и посчитайте ещё раз.',
    en: 'The prepared program has mistakes. Correct them and try again.',
  },
  'error.INTERNAL': { ru: 'Ошибка на нашей стороне. Попробуйте ещё раз.', en: 'Our fault. Please try again.' },
  changed: { ru: 'С тех пор программу изменили', en: 'The program was changed since' },
  changedText: {
    ru: 'Последнее изменение: {name}, {date}. Эти цифры посчитаны до него.',
    en: 'Last change: {name}, {date}. These figures are older.',
  },
  gone: { ru: 'Этих изменений больше нет', en: 'These changes are gone' },
  goneText: {
    ru: 'Их опубликовали или отменили после подсчёта.',
    en: 'They were published or discarded after this was worked out.',
  },
  // Earlier ones
  earlier: { ru: 'Прежние подсчёты', en: 'Earlier results' },
  periodSays: { ru: '{from} — {through}', en: '{from} – {through}' },
  madeBy: { ru: '{date}, {name}', en: '{date}, {name}' },
  'state.QUEUED': { ru: 'в очереди', en: 'waiting' },
  'state.RUNNING': { ru: 'считается', en: 'running' },
  'state.DONE': { ru: 'готово', en: 'done' },
  'state.FAILED': { ru: 'не удалось', en: 'failed' },
  'state.CANCELLED': { ru: 'остановлен', en: 'stopped' },
  show: { ru: 'Показать', en: 'Show' },
  shown: { ru: 'показан', en: 'shown' },
})
