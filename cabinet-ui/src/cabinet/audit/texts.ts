import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Журнал изменений', en: 'Change log' },
  hint: {
    ru: 'Кто, что и когда изменил. Записи нельзя исправить или удалить.',
    en: 'Who changed what, and when. Entries cannot be edited or deleted.',
  },
  export: { ru: 'Выгрузить CSV', en: 'Export CSV' },
  when: { ru: 'Когда', en: 'When' },
  who: { ru: 'Кто', en: 'Who' },
  what: { ru: 'Что', en: 'What' },
  everybody: { ru: 'Все сотрудники', en: 'Everybody' },
  everything: { ru: 'Все изменения', en: 'All changes' },
  from: { ru: 'С какого дня', en: 'From day' },
  to: { ru: 'По какой день', en: 'To day' },
  openMember: { ru: 'Открыть участника', en: 'Open the member' },
  none: { ru: 'Изменений нет', en: 'No changes' },
  noneText: { ru: 'Измените фильтры или выберите другие дни.', en: 'Change the filters or choose other days.' },
})
