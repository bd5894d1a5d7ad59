import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  text: { ru: 'Текст', en: 'Text' },
  textPlaceholder: { ru: 'Сегодня кофе за наш счёт', en: 'Today coffee is on us' },
  counter: { ru: '{count} из {max}', en: '{count} of {max}' },
  parts: { ru: '{count} SMS', en: '{count} SMS' },
  long: {
    ru: 'На экране блокировки видны первые {count} знаков или около того.',
    en: 'The lock screen shows about the first {count} characters.',
  },
  preview: { ru: 'Как это увидят', en: 'What they will see' },
  view: { ru: 'Что на экране', en: 'What the screen shows' },
  previewLock: { ru: 'Экран блокировки', en: 'Lock screen' },
  previewCard: { ru: 'Карта', en: 'Card' },
  previewEmpty: { ru: 'Здесь появится ваш текст', en: 'Your text appears here' },
  onFront: { ru: 'На карте текст останется на лицевой стороне.', en: 'On the card the text stays on the front.' },
  onBack: {
    ru: 'На карте текст останется на обороте: так решает вид карты.',
    en: 'On the card the text stays on the back: the card’s design says so.',
  },
  nowhere: {
    ru: 'На карте текста не будет: в её виде нет поля с новостями.',
    en: 'The card will not show the text: its design has no field for news.',
  },
  exampleName: { ru: 'Анна', en: 'Anna' },
  insertName: { ru: '+ имя', en: '+ name' },
  insertBonuses: { ru: '+ бонусы', en: '+ bonuses' },
  insertExpiring: { ru: '+ сколько сгорит', en: '+ expiring' },
  adWord: {
    ru: '«{word}» — это уже реклама, а сообщение уходит и тем, кто на неё не соглашался. Уберите призыв или напишите рассылку.',
    en: '“{word}” is advertising, and this message goes to people who did not agree to any. Leave it out, or write a campaign.',
  },
  // as the service reads it, in braces
  wordsName: { ru: 'имя|друг', en: 'name|friend' },
  wordsBonuses: { ru: 'бонусы', en: 'bonuses' },
  wordsGift: { ru: 'подарок', en: 'gift' },
  wordsGiftUntil: { ru: 'подарок до', en: 'gift until' },
  wordsExpiring: { ru: 'сгорит', en: 'expiring' },
})
