import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  title: { ru: 'Форма на вашем сайте и личный кабинет', en: 'The form on your site and customers’ own accounts' },
  hint: {
    ru: 'Покупатели получают карту, не уходя с вашего сайта, и сами управляют своими данными.',
    en: 'Customers get the card without leaving your site and look after their own data.',
  },
  sites: { ru: 'На каких сайтах стоит форма', en: 'The sites that carry the form' },
  sitesHint: {
    ru: 'По одному адресу в строке, например my-shop.ru. На других сайтах форма работать не будет.',
    en: 'One address a line, such as my-shop.com. On other sites the form will not work.',
  },
  snippet: { ru: 'Вставьте эту строку туда, где должна быть форма', en: 'Paste this line where the form shall be' },
  birthday: {
    ru: 'Покупатель может сам указать день рождения в личном кабинете',
    en: 'Customers can give their date of birth in their account',
  },
  birthdayHint: { ru: 'Один раз; исправить её можете только вы.', en: 'Once; only you can correct it.' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сохранено', en: 'Saved' },
})
