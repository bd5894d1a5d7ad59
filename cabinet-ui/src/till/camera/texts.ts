import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  camera: { ru: 'Сканировать камерой', en: 'Scan with the camera' },
  cameraTitle: { ru: 'Наведите камеру на код карты', en: 'Point the camera at the card’s code' },
  cameraStarting: { ru: 'Включаем камеру…', en: 'Starting the camera…' },
  cameraDenied: {
    ru: 'Браузер не дал доступа к камере. Разрешите его в настройках сайта.',
    en: 'The browser did not allow the camera. Allow it in the site’s settings.',
  },
  cameraMissing: { ru: 'Камера не найдена.', en: 'No camera was found.' },
  cameraInsecure: {
    ru: 'Камера работает только по https или на самой машине (localhost).',
    en: 'The camera works over https or on this machine (localhost) only.',
  },
  cameraOther: { ru: 'Другая камера', en: 'Other camera' },
})
