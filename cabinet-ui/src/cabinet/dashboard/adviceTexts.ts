import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Совет дня', en: 'Tip of the day' },
  noChannel: {
    ru: 'Пока вы можете писать только тем, у кого карта в телефоне. Подключите SMS, почту или мессенджер, и вас услышат остальные.',
    en: 'So far you reach only those who hold the card on a phone. Connect texts, mail or a messenger to reach the others.',
  },
  burning: {
    ru: 'За неделю сгорит {amount} бонусов, и никого об этом не предупредят. Включите предупреждение: часть покупателей придёт их потратить.',
    en: '{amount} bonuses burn within a week and nobody is warned. Turn the warning on: some customers will come to spend them.',
  },
  leaving: {
    ru: {
      one: '{count} участник часто покупал и перестал. Включите сообщение, которое позовёт его назад.',
      few: '{count} участника часто покупали и перестали. Включите сообщение, которое позовёт их назад.',
      many: '{count} участников часто покупали и перестали. Включите сообщение, которое позовёт их назад.',
      other: '{count} участника часто покупали и перестали. Включите сообщение, которое позовёт их назад.',
    },
    en: {
      one: '{count} member used to buy often and has stopped. Turn on a message that calls them back.',
      other: '{count} members used to buy often and have stopped. Turn on a message that calls them back.',
    },
  },
  connect: { ru: 'Подключить', en: 'Connect' },
  warn: { ru: 'Настроить предупреждение', en: 'Set the warning up' },
  winBack: { ru: 'Настроить возврат', en: 'Set it up' },
  notToday: { ru: 'Не сегодня', en: 'Not today' },
})
