import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  export: { ru: 'Выгрузить персональные данные', en: 'Export personal data' },
  erase: { ru: 'Удалить персональные данные', en: 'Erase personal data' },
  eraseTitle: { ru: 'Удалить персональные данные: {name}?', en: 'Erase the personal data of {name}?' },
  goes: {
    ru: 'Навсегда исчезнут имя, телефон, почта, дата рождения, метки и сообщения, в том числе из объединённых записей и журнала изменений.',
    en: 'Name, phone, e-mail, birth date, tags and messages go for good, also from merged records and the change log.',
  },
  cards: {
    ru: 'Карты перестанут действовать, карта в телефоне станет недействительной, ссылка на неё не откроется.',
    en: 'Cards stop working, the card on the phone ends, and its link leads nowhere.',
  },
  bonuses: {
    ru: 'Оставшиеся бонусы ({amount}) будут списаны.',
    en: 'The bonuses left ({amount}) are written off.',
  },
  stays: {
    ru: 'Без имени останутся чеки, движение бонусов и доказательства согласий: их требует закон.',
    en: 'Receipts, bonus entries and proofs of consent stay without a name, as the law asks.',
  },
  again: {
    ru: 'С тем же телефоном человек сможет вступить заново — как новый участник.',
    en: 'The same phone can join again, as a new member.',
  },
  type: { ru: 'Чтобы подтвердить, введите слово «{word}»', en: 'To confirm, type “{word}”' },
  word: { ru: 'удалить', en: 'erase' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  confirm: { ru: 'Удалить навсегда', en: 'Erase for good' },
  erased: { ru: 'Персональные данные удалены', en: 'Personal data erased' },
})
