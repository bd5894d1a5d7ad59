import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Магазины и кассы', en: 'Stores and registers' },
  hint: {
    ru: 'У каждой кассы свой ключ: его можно отозвать, не трогая остальные.',
    en: 'Every register has its own key, which can be revoked without touching the others.',
  },
  addRegister: { ru: 'Добавить кассу', en: 'Add a register' },
  register: { ru: 'Касса', en: 'Register' },
  lastSeen: { ru: 'Последний обмен', en: 'Last seen' },
  never: { ru: 'ещё не работала', en: 'not used yet' },
  state: { ru: 'Ключ', en: 'Key' },
  active: { ru: 'действует', en: 'active' },
  revoked: { ru: 'отозван', en: 'revoked' },
  actions: { ru: 'Действия', en: 'Actions' },
  revoke: { ru: 'Отозвать ключ', en: 'Revoke the key' },
  revokeTitle: { ru: 'Отозвать ключ кассы «{name}»?', en: 'Revoke the key of {name}?' },
  revokeText: {
    ru: 'Касса сразу перестанет работать. Чтобы вернуть её, создайте новую с новым ключом.',
    en: 'The register stops working at once. To bring it back, create a new one with a new key.',
  },
  revokedDone: { ru: 'Ключ отозван', en: 'Key revoked' },
  noRegisters: { ru: 'В этом магазине нет касс', en: 'This store has no registers' },
  noRegistersText: {
    ru: 'Добавьте кассу и введите её ключ на рабочем месте кассира или в кассовой программе.',
    en: 'Add one and enter its key at the cashier’s workplace or in the cash-register software.',
  },
  noStores: { ru: 'Магазинов пока нет', en: 'No stores yet' },
  newRegister: { ru: 'Новая касса: {store}', en: 'New register: {store}' },
  name: { ru: 'Название', en: 'Name' },
  namePlaceholder: { ru: 'Касса 2', en: 'Register 2' },
  nameRequired: { ru: 'Назовите кассу', en: 'Name the register' },
  create: { ru: 'Создать', en: 'Create' },
  keyReady: { ru: 'Касса «{name}» готова', en: 'Register {name} is ready' },
  keyOnce: {
    ru: 'Ключ показан один раз. Скопируйте его сейчас: потом его не узнает никто.',
    en: 'The key is shown once. Copy it now: nobody can look it up later.',
  },
  key: { ru: 'Ключ', en: 'Key' },
  keyUse: {
    ru: 'Откройте на кассе страницу /till и введите этот ключ.',
    en: 'Open /till at the register and enter this key.',
  },
  copied: { ru: 'Я сохранил ключ', en: 'I have saved the key' },
  openTill: { ru: 'Открыть кассу', en: 'Open the till' },
})
