import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Сканер через COM-порт', en: 'Scanner at a serial port' },
  text: {
    ru: 'Выберите порт, к которому подключён сканер или считыватель. Касса запомнит его и подключится сама.',
    en: 'Choose the port of the scanner or reader. The till remembers it and connects by itself.',
  },
  baud: { ru: 'Скорость, бод', en: 'Baud rate' },
  choose: { ru: 'Выбрать порт', en: 'Choose the port' },
  forget: { ru: 'Отключить', en: 'Disconnect' },
  failed: { ru: 'Браузер не дал доступа к порту', en: 'The browser gave no access to the port' },
  'state.off': { ru: 'Не подключён', en: 'Not connected' },
  'state.opening': { ru: 'Подключаем…', en: 'Connecting…' },
  'state.on': { ru: 'Подключён, читает', en: 'Connected, listening' },
  'state.lost': {
    ru: 'Сканер отключён. Подключите кабель — касса продолжит сама.',
    en: 'The scanner is unplugged. Plug it in, the till goes on by itself.',
  },
  'state.refused': {
    ru: 'Порт занят другой программой. Закройте её и выберите порт снова.',
    en: 'Another program has the port. Close it and choose the port again.',
  },
})
