import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Запланированные и черновики', en: 'Planned and drafts' },
  planned: { ru: 'Уйдёт {when}', en: 'Goes out {when}' },
  plannedHint: {
    ru: 'Запланировано, автор — {name}. Чтобы изменить, сначала отмените план.',
    en: 'Planned by {name}. To change it, call it off first.',
  },
  kept: { ru: 'Черновик, {name}, {date}', en: 'Draft, {name}, {date}' },
  unnamed: { ru: 'Без названия', en: 'No name yet' },
  callOff: { ru: 'Отменить план', en: 'Call off' },
  callOffTitle: { ru: 'Отменить план?', en: 'Call it off?' },
  callOffText: {
    ru: 'Рассылка «{name}» не уйдёт и останется черновиком: её можно изменить и запланировать снова.',
    en: '“{name}” will not go out and stays as a draft: you can change it and plan it again.',
  },
  delete: { ru: 'Удалить', en: 'Delete' },
  deleteNamed: { ru: 'Удалить «{name}»', en: 'Delete “{name}”' },
  deleteTitle: { ru: 'Удалить черновик?', en: 'Delete the draft?' },
  deleteText: { ru: 'Черновик «{name}» пропадёт насовсем.', en: 'The draft “{name}” will be gone for good.' },
  calledOff: { ru: 'План отменён, черновик сохранён', en: 'Called off, kept as a draft' },
  failed: {
    ru: 'Не ушла вовремя: {why}. Проверьте и запланируйте снова.',
    en: 'Did not go out in time: {why}. Check it and plan it again.',
  },
  'why.MISSED': { ru: 'сервис в это время не работал', en: 'the service was down then' },
  'why.SEGMENT_NOT_FOUND': { ru: 'сегмент удалён', en: 'the segment was deleted' },
  'why.INVALID_FIELDS': {
    ru: 'выбранный канал отключён или не для рекламы',
    en: 'a chosen channel was switched off, or is not for offers',
  },
  'why.other': { ru: 'что-то в ней больше не подходит', en: 'something in it does not fit any more' },
  saving: { ru: 'Сохраняем черновик…', en: 'Saving the draft…' },
  saved: { ru: 'Черновик сохранён', en: 'Draft saved' },
  saveFailed: { ru: 'Черновик не сохранился, пробуем ещё раз…', en: 'The draft was not saved, trying again…' },
  gone: {
    ru: 'Этот черновик удалили, или рассылка уже началась. Написанное здесь больше не сохраняется.',
    en: 'This draft was deleted, or the campaign has begun. What is written here is not kept any more.',
  },
  conflictTitle: { ru: 'Черновик изменили в другом месте', en: 'The draft was changed elsewhere' },
  conflict: {
    ru: {
      one: 'Последние правки — {count} минуту назад, их автор — {name}. Ваши пока только на этом экране.',
      few: 'Последние правки — {count} минуты назад, их автор — {name}. Ваши пока только на этом экране.',
      many: 'Последние правки — {count} минут назад, их автор — {name}. Ваши пока только на этом экране.',
      other: 'Последние правки — {count} минуты назад, их автор — {name}. Ваши пока только на этом экране.',
    },
    en: {
      one: '{name} changed it {count} minute ago. Your changes are on this screen only.',
      other: '{name} changed it {count} minutes ago. Your changes are on this screen only.',
    },
  },
  conflictNow: {
    ru: 'Последние правки — только что, их автор — {name}. Ваши пока только на этом экране.',
    en: '{name} changed it just now. Your changes are on this screen only.',
  },
  conflictPlanned: {
    ru: '{name}: рассылку уже запланировали. Чтобы изменить её, сначала отмените план.',
    en: '{name} has planned it already. To change it, call it off first.',
  },
  look: { ru: 'Посмотреть их правки', en: 'Look at theirs' },
  overwrite: { ru: 'Оставить мои', en: 'Keep mine' },
  plan: { ru: 'Запланировать', en: 'Plan it' },
  planTitle: { ru: 'Запланировать рассылку?', en: 'Plan the campaign?' },
  planText: {
    ru: 'Кому писать, решится в момент отправки; ниже — как было бы сейчас. До этого план можно отменить.',
    en: 'Who gets it is decided when it is sent; below is how it would be now. Until then you can call it off.',
  },
  plannedToast: { ru: 'Запланировано: {when}', en: 'Planned: {when}' },
})
