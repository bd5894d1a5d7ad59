/**
 * Every kind of condition and of effect, made by its form and judged at the till by `rules.spec.ts`. Nothing but data, for
 * `src/cabinet/rule/browser.test.ts` reads it too: it finds the kinds that are missing here.
 */

/** What is put into the fields of a form, by their labels; a list where several are chosen. */
export type Fields = Record<string, string | readonly string[]>

export type Asked = { type: string; menu: string; fields?: Fields; opposite?: boolean }

/** Who buys: nobody with a card; a newcomer whose birthday it is; three times for 2,000 ₽; once for 10,000 ₽, of the high tier. */
export type Buyer = 'nobody' | 'newcomer' | 'regular' | 'friend'

/** Roubles, by the goods' code. */
export type Sale = {
  who: Buyer
  lines: Readonly<Record<string, number | readonly [roubles: number, pieces: number]>>
  /** Promo codes that are presented. */
  codes?: readonly string[]
  earned?: number
  discount?: number
}

export type RuleCase = {
  type: string
  menu: string
  fields?: Fields
  when?: readonly Asked[]
  /** The conditions are "any of these" instead of all. */
  any?: boolean
  everybody?: boolean
  /** Beside the rule everybody earns 10 %. */
  base?: boolean
  /** What it must not do comes last. */
  sales: readonly Sale[]
}

const GOODS = 'На какие товары'
const ONLY = 'Только выбранные'

export const RULE_CASES: readonly RuleCase[] = [
  {
    type: 'earnPercent',
    menu: 'Процент от покупки',
    // The code of a barcode, and the register sends the other one: they are one article.
    fields: { Процент: '7', [GOODS]: ONLY, Товары: ['Чай (4600000000024)'] },
    when: [{ type: 'memberTag', menu: 'Метка покупателя', fields: { 'Любая из меток': ['друг дома'] } }],
    sales: [
      { who: 'friend', lines: { TEA: 1000, LATTE: 500 }, earned: 70 },
      { who: 'regular', lines: { TEA: 1000 }, earned: 0 },
    ],
  },
  {
    type: 'earnByTier',
    menu: 'Процент уровня карты',
    when: [{ type: 'inTier', menu: 'Уровень карты' }],
    sales: [
      { who: 'friend', lines: { LATTE: 1000 }, earned: 70 },
      { who: 'regular', lines: { LATTE: 1000 }, earned: 0 },
    ],
  },
  {
    type: 'earnBands',
    menu: 'Процент по ступеням',
    fields: { 'Ступень 2: сумма': '700', 'Ступень 2: процент': '8' },
    when: [
      {
        type: 'timeWindow',
        menu: 'Дни недели и часы',
        fields: { days: ['пятница', 'суббота', 'воскресенье'], 'Весь день': 'да' },
      },
    ],
    sales: [
      { who: 'regular', lines: { LATTE: 700 }, earned: 56 },
      { who: 'regular', lines: { LATTE: 699.99 }, earned: 20 },
    ],
  },
  {
    type: 'earnPerStep',
    menu: 'Бонусы за каждую полную сумму',
    fields: { Бонусов: '40', 'За каждые полные': '700' },
    when: [{ type: 'receiptTotal', menu: 'Сумма чека', fields: { 'Нижняя граница': '1450' } }],
    sales: [
      { who: 'regular', lines: { LATTE: 1450 }, earned: 80 },
      { who: 'regular', lines: { LATTE: 1449.99 }, earned: 0 },
    ],
  },
  {
    type: 'multiplyEarn',
    menu: 'Умножить начисленное',
    fields: { 'Во сколько раз': '2,5' },
    when: [
      {
        type: 'birthday',
        menu: 'День рождения',
        fields: { 'Дней до': '0', 'Дней после': '1', 'Дата рождения указана за столько дней': '0' },
      },
    ],
    base: true,
    sales: [
      { who: 'newcomer', lines: { LATTE: 1000 }, earned: 250 },
      { who: 'regular', lines: { LATTE: 1000 }, earned: 100 },
    ],
  },
  {
    type: 'grantBonus',
    menu: 'Подарок бонусами',
    fields: { Бонусов: '135', 'Как часто одному покупателю': 'Один раз', Дней: '9' },
    when: [{ type: 'firstPurchase', menu: 'Первая покупка' }],
    sales: [
      { who: 'newcomer', lines: { LATTE: 10 }, earned: 135 },
      { who: 'regular', lines: { LATTE: 10 }, earned: 0 },
    ],
  },
  {
    type: 'discountPercent',
    menu: 'Скидка в процентах',
    fields: { Процент: '15' },
    when: [
      { type: 'inStore', menu: 'Магазин' },
      { type: 'withCode', menu: 'Промокод' },
    ],
    everybody: true,
    sales: [{ who: 'nobody', lines: { LATTE: 1000 }, codes: ['осень'], discount: 150 }],
  },
  {
    type: 'discountFixed',
    menu: 'Скидка в рублях',
    fields: { Сумма: '90' },
    when: [
      {
        type: 'basketContains',
        menu: 'Товары в чеке',
        fields: { 'Какие товары': ONLY, Категории: ['Чаи'], 'Не меньше, штук или кг': '2' },
      },
    ],
    sales: [
      { who: 'regular', lines: { TEA: [400, 2], LATTE: 300 }, discount: 90 },
      { who: 'regular', lines: { TEA: 400 }, discount: 0 },
    ],
  },
  {
    type: 'discountByTier',
    menu: 'Скидка уровня карты',
    when: [
      {
        type: 'purchasesCount',
        menu: 'Число прошлых покупок',
        fields: { 'За какое время': 'За всё время', 'Не меньше': '3' },
      },
    ],
    sales: [
      { who: 'regular', lines: { LATTE: 1000 }, discount: 20 },
      { who: 'friend', lines: { LATTE: 1000 }, discount: 0 },
    ],
  },
  {
    type: 'discountBands',
    menu: 'Скидка по ступеням',
    fields: { 'Ступень 1: сумма': '6000', 'Ступень 1: процент': '4' },
    when: [
      {
        type: 'purchasesSum',
        menu: 'Сумма прошлых покупок',
        fields: {
          'За какое время': 'За последние дни',
          Дней: '30',
          'Нижняя граница': '6000',
          'Верхняя граница': '9000',
        },
      },
    ],
    sales: [
      { who: 'regular', lines: { LATTE: 1000 }, discount: 40 },
      { who: 'friend', lines: { LATTE: 1000 }, discount: 0 },
    ],
  },
  {
    type: 'nForM',
    menu: 'N по цене M',
    fields: { Берут: '4', 'Платят за': '3', [GOODS]: ONLY, Категории: ['Кофе'] },
    when: [
      { type: 'inTier', menu: 'Уровень карты' },
      { type: 'firstPurchase', menu: 'Первая покупка' },
    ],
    any: true,
    sales: [
      { who: 'friend', lines: { LATTE: [800, 4] }, discount: 200 },
      { who: 'newcomer', lines: { LATTE: [800, 4] }, discount: 200 },
      { who: 'regular', lines: { LATTE: [800, 4] }, discount: 0 },
    ],
  },
  {
    type: 'everyNth',
    menu: 'Каждый n-й со скидкой',
    fields: { 'Который по счёту': '3', 'Скидка на него': '40' },
    when: [{ type: 'everyNthPurchase', menu: 'Каждая n-я покупка', fields: { 'Которая по счёту': '4' } }],
    sales: [
      { who: 'regular', lines: { LATTE: [600, 3] }, discount: 80 },
      { who: 'newcomer', lines: { LATTE: [600, 3] }, discount: 0 },
    ],
  },
  {
    type: 'stampCard',
    menu: 'Копилка: n-й в подарок',
    fields: { 'Который по счёту': '3' },
    when: [{ type: 'quickReturn', menu: 'Снова за покупкой скоро', fields: { 'Не позже чем через, дней': '2' } }],
    sales: [
      { who: 'regular', lines: { LATTE: [600, 3] }, discount: 200 },
      { who: 'newcomer', lines: { LATTE: [600, 3] }, discount: 0 },
    ],
  },
  {
    type: 'earnPercent',
    menu: 'Процент от покупки',
    fields: { Процент: '11', [GOODS]: 'Все, кроме выбранных', 'Кроме категорий': ['Чаи'] },
    when: [
      { type: 'firstPurchase', menu: 'Первая покупка', opposite: true },
      { type: 'receiptTotal', menu: 'Сумма чека', fields: { 'Верхняя граница': '2000' } },
    ],
    sales: [
      { who: 'regular', lines: { LATTE: 1000, TEA: 500 }, earned: 110 },
      { who: 'newcomer', lines: { LATTE: 1000 }, earned: 0 },
      { who: 'regular', lines: { LATTE: 2000.01 }, earned: 0 },
    ],
  },
  {
    // No register tells the kind of card yet, and the form says so.
    type: 'earnPercent',
    menu: 'Процент от покупки',
    when: [{ type: 'cardKind', menu: 'Вид карты', fields: { 'Любой из видов': ['партнёрская'] } }],
    sales: [{ who: 'friend', lines: { LATTE: 1000 }, earned: 0 }],
  },
  {
    type: 'earnPercent',
    menu: 'Процент от покупки',
    fields: { Процент: '3' },
    sales: [{ who: 'newcomer', lines: { LATTE: 1000 }, earned: 30 }],
  },
]

/** The kinds of a condition and of what it is made of, as the document writes them. */
export function kindsOf(one: RuleCase): string[] {
  const asked = one.when ?? []
  const kinds = asked.flatMap(({ type, opposite }) => (opposite ? ['not', type] : [type]))
  const frame = asked.length === 0 ? ['always'] : asked.length === 1 ? [] : [one.any ? 'any' : 'all']
  return [...frame, ...kinds]
}
