import { defineTexts } from '@/base/i18n/texts'

/** Words that call people to buy: of Russian ones the beginnings, of English ones the whole. */
export const texts = defineTexts({
  calls: {
    ru: 'скидк|акци|распродаж|выгодн|бесплатн|подар|дарим|промокод|спецпредложени|предложени|новинк|розыгрыш|кешбэк|кэшбэк|купи|покупай|закажи|заказывай|приходи|заходи|загляни|приглашаем|успей|спеши|ждём вас|ждем вас|только сегодня|попробуй',
    en: "discount|sale|special offer|offer|free|gift|promo|deal|cashback|buy|shop now|order now|hurry|come and|come in|visit us|don’t miss|don't miss|only today|try our",
  },
})
