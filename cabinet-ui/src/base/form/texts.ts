import { defineTexts } from '../i18n/texts'

export const texts = defineTexts({
  amountWrong: { ru: 'Введите сумму, например 250 или 99,90', en: 'Enter an amount, for example 250 or 99.90' },
  dateWrong: { ru: 'Введите дату, например 03.12.2026', en: 'Enter a date, for example 03/12/2026' },
  dateOutside: { ru: 'Эта дата не подходит', en: 'This date is out of range' },
  datePlaceholder: { ru: 'дд.мм.гггг', en: 'dd/mm/yyyy' },
  clearFile: { ru: 'Убрать файл: {label}', en: 'Remove the file: {label}' },
  calendar: { ru: 'Выбрать в календаре', en: 'Pick from the calendar' },
})
