import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  // Tiers
  tierEarn: {
    ru: 'Начисляем {percent} от суммы, оплаченной деньгами',
    en: '{percent} of the money paid comes back as bonuses',
  },
  tierDiscount: { ru: 'Скидка {percent}', en: '{percent} discount' },
  tierSpend: {
    ru: 'Бонусами можно оплатить до {percent} чека',
    en: 'Bonuses may pay up to {percent} of a receipt',
  },
  tierFirst: { ru: 'Получают все сразу при вступлении', en: 'Everyone starts here' },
  tierByHand: { ru: 'По покупкам не присваивается', en: 'Cannot be reached by purchases' },
  tierWay: { ru: 'Чтобы получить: {ways}', en: 'How to get it: {ways}' },
  wayTotal: { ru: 'покупки всего на {amount}', en: 'purchases of {amount} in total' },
  wayWindow: { ru: 'покупки на {amount} {window}', en: 'purchases of {amount} {window}' },
  waySingle: { ru: 'одна покупка от {amount}', en: 'one purchase of {amount} or more' },
  windowAll: { ru: 'за всё время', en: 'so far' },
  windowDays: {
    ru: {
      one: 'за последний {count} день',
      few: 'за последние {count} дня',
      many: 'за последние {count} дней',
      other: 'за последние {count} дня',
    },
    en: { one: 'in the last {count} day', other: 'in the last {count} days' },
  },
  windowMonths: {
    ru: {
      one: 'за последний {count} месяц',
      few: 'за последние {count} месяца',
      many: 'за последние {count} месяцев',
      other: 'за последние {count} месяца',
    },
    en: { one: 'in the last {count} month', other: 'in the last {count} months' },
  },
  windowFullMonths: {
    ru: {
      one: 'за {count} прошлый календарный месяц',
      few: 'за {count} прошлых календарных месяца',
      many: 'за {count} прошлых календарных месяцев',
      other: 'за {count} прошлых календарных месяца',
    },
    en: { one: 'in the previous {count} calendar month', other: 'in the previous {count} calendar months' },
  },
  noTiers: {
    ru: 'Уровней нет: условия для всех одни.',
    en: 'There are no tiers: the terms are the same for everybody.',
  },
  measureNET: {
    ru: 'Покупки считаются по деньгам, которые заплатил покупатель.',
    en: 'What is paid with money counts towards a tier.',
  },
  measureDISCOUNTED: {
    ru: 'Покупки считаются по ценам со скидкой, вместе с бонусами.',
    en: 'Prices after discounts count towards a tier, with what bonuses paid.',
  },
  measureGROSS: {
    ru: 'Покупки считаются по полным ценам, без скидок.',
    en: 'Full prices before discounts count towards a tier.',
  },
  liftBefore: { ru: 'Новый уровень действует со следующей покупки.', en: 'A new tier applies from the next purchase.' },
  liftSame: {
    ru: 'Новый уровень действует уже в том чеке, который до него довёл.',
    en: 'A new tier applies to the purchase that reaches it.',
  },
  recomputeNever: { ru: 'Уровень не понижается.', en: 'Tiers never go down.' },
  recompute: {
    ru: {
      one: '1-го числа каждого месяца уровни пересчитываются по покупкам за прошлый месяц.',
      few: '1-го числа каждого месяца уровни пересчитываются по покупкам за {count} прошлых месяца.',
      many: '1-го числа каждого месяца уровни пересчитываются по покупкам за {count} прошлых месяцев.',
      other: '1-го числа каждого месяца уровни пересчитываются по покупкам за {count} прошлых месяца.',
    },
    en: {
      one: 'Tiers are reviewed on the 1st of each month, by the purchases of the previous month.',
      other: 'Tiers are reviewed on the 1st of each month, by the purchases of the previous {count} months.',
    },
  },
  grace: {
    ru: {
      one: 'Потерянный уровень сохраняется ещё {count} месяц.',
      few: 'Потерянный уровень сохраняется ещё {count} месяца.',
      many: 'Потерянный уровень сохраняется ещё {count} месяцев.',
      other: 'Потерянный уровень сохраняется ещё {count} месяца.',
    },
    en: { one: 'A lost tier is kept for {count} more month.', other: 'A lost tier is kept for {count} more months.' },
  },
  downEarned: {
    ru: 'Уровень понижается сразу до заслуженного.',
    en: 'Members drop straight to the tier they have earned.',
  },
  downStep: {
    ru: 'Уровень понижается не больше чем на одну ступень в месяц.',
    en: 'Members drop by one tier a month at most.',
  },

  // Earning
  earnNothing: { ru: 'Бонусы за покупки не начисляются.', en: 'Purchases earn no bonuses.' },
  earnExcept: { ru: 'Не начисляются: {goods}.', en: 'No bonuses on: {goods}.' },
  earnOnly: { ru: 'Начисляются только за: {goods}.', en: 'Bonuses only on: {goods}.' },
  earnNotDiscounted: { ru: 'На товары со скидкой бонусы не начисляются.', en: 'Discounted goods earn no bonuses.' },
  earnOnMoney: {
    ru: 'Если часть чека оплачена бонусами, начисляем на оставшуюся часть, оплаченную деньгами.',
    en: 'When part of a receipt is paid with bonuses, the money paid for the rest still earns bonuses.',
  },
  earnNotWhenSpending: {
    ru: 'Если в чеке тратятся бонусы, новые за него не начисляются.',
    en: 'A receipt partly paid with bonuses earns none.',
  },
  earnRound: {
    ru: 'Начисление за чек округляется вниз до {amount} бонусов.',
    en: 'Bonuses of a receipt are rounded down to a multiple of {amount}.',
  },
  earnRoundWhole: {
    ru: 'Начисление за чек округляется вниз до целого бонуса.',
    en: 'Bonuses of a receipt are rounded down to a whole bonus.',
  },
  earnMost: { ru: 'За один чек — не больше {amount} бонусов.', en: 'A receipt earns {amount} bonuses at most.' },

  // Spending
  spendOff: { ru: 'Бонусами оплатить нельзя.', en: 'Bonuses cannot be spent.' },
  spendOne: { ru: '1 бонус — это 1 рубль.', en: '1 bonus is worth 1 rouble.' },
  spendShare: {
    ru: 'Бонусами можно оплатить до {percent} {of}.',
    en: 'Bonuses may pay up to {percent} {of}.',
  },
  spendShareTiers: {
    ru: 'Бонусами можно оплатить часть {of}: {tiers}.',
    en: 'Bonuses may pay part {of}: {tiers}.',
  },
  ofReceipt: { ru: 'всего чека', en: 'of the whole receipt' },
  ofEligible: {
    ru: 'стоимости товаров, за которые мы принимаем бонусы',
    en: 'of the price of goods that bonuses can pay for',
  },
  ofAnything: { ru: 'чека', en: 'of the receipt' },
  tierShare: { ru: '{tier} — до {percent}', en: '{tier} – up to {percent}' },
  spendExcept: { ru: 'Бонусами не оплачиваются: {goods}.', en: 'Bonuses cannot pay for: {goods}.' },
  spendOnly: { ru: 'Бонусами оплачиваются только: {goods}.', en: 'Bonuses can pay only for: {goods}.' },
  spendNotDiscounted: {
    ru: 'Товары со скидкой бонусами не оплачиваются.',
    en: 'Discounted goods cannot be paid with bonuses.',
  },
  spendMin: { ru: 'За раз — не меньше {amount} бонусов.', en: 'At least {amount} bonuses at a time.' },
  spendWhole: { ru: 'Тратятся только целые бонусы.', en: 'Only whole bonuses are spent.' },
  spendStep: { ru: 'Бонусы тратятся кратно {amount}.', en: 'Bonuses are spent in multiples of {amount}.' },
  spendLineMoney: {
    ru: 'За каждый товар хотя бы {amount} платят деньгами.',
    en: 'At least {amount} of every line is paid with money.',
  },
  spendAtMost: { ru: '{days}: не больше {percent}.', en: '{days}: {percent} at most.' },
  spendInstead: { ru: '{days}: {percent} на любом уровне.', en: '{days}: {percent} whatever the tier.' },

  // Discounts
  discountExcept: { ru: 'Скидок нет на: {goods}.', en: 'No discounts on: {goods}.' },
  discountOnly: { ru: 'Скидки бывают только на: {goods}.', en: 'Discounts only on: {goods}.' },
  discountMost: {
    ru: 'Все скидки вместе — не больше {percent} цены.',
    en: 'All discounts together never exceed {percent} of a price.',
  },
  discountRemaining: {
    ru: 'Вторая скидка считается от цены с первой скидкой.',
    en: 'A second discount is taken from the price after the first.',
  },
  discountGross: { ru: 'Каждая скидка считается от полной цены.', en: 'Every discount is taken off the full price.' },

  // Life of bonuses
  activeAtOnce: {
    ru: 'Начисленное за покупку можно тратить сразу.',
    en: 'Bonuses of a purchase can be spent at once.',
  },
  activeAfter: {
    ru: {
      one: 'Начисленное за покупку можно тратить через {count} день.',
      few: 'Начисленное за покупку можно тратить через {count} дня.',
      many: 'Начисленное за покупку можно тратить через {count} дней.',
      other: 'Начисленное за покупку можно тратить через {count} дня.',
    },
    en: {
      one: 'Bonuses of a purchase can be spent after {count} day.',
      other: 'Bonuses of a purchase can be spent after {count} days.',
    },
  },
  lifeSays: { ru: 'Бонусы {life}.', en: 'Bonuses {life}.' },
  lifeNever: { ru: 'не сгорают', en: 'never expire' },
  lifeDays: {
    ru: {
      one: 'сгорают через {count} день',
      few: 'сгорают через {count} дня',
      many: 'сгорают через {count} дней',
      other: 'сгорают через {count} дня',
    },
    en: { one: 'expire after {count} day', other: 'expire after {count} days' },
  },
  lifeDaysFirst: {
    ru: {
      one: 'действуют {count} день, считая первый',
      few: 'действуют {count} дня, считая первый',
      many: 'действуют {count} дней, считая первый',
      other: 'действуют {count} дня, считая первый',
    },
    en: { one: 'last for {count} day, the first one included', other: 'last for {count} days, the first one included' },
  },
  lifeThrough: { ru: 'действуют по {date} включительно', en: 'last through {date}' },
  lifeYearly: { ru: 'сгорают каждый год после {date}', en: 'expire every year after {date}' },

  // Gifts, referral, returns
  signUp: { ru: 'За вступление дарим {amount}: {life}.', en: '{amount} for joining: they {life}.' },
  signUpLater: {
    ru: {
      one: 'За вступление дарим {amount}, доступны через {count} день: {life}.',
      few: 'За вступление дарим {amount}, доступны через {count} дня: {life}.',
      many: 'За вступление дарим {amount}, доступны через {count} дней: {life}.',
      other: 'За вступление дарим {amount}, доступны через {count} дня: {life}.',
    },
    en: {
      one: '{amount} for joining, to be spent after {count} day: they {life}.',
      other: '{amount} for joining, to be spent after {count} days: they {life}.',
    },
  },
  noSignUp: { ru: 'За вступление ничего не дарим.', en: 'Nothing is given for joining.' },
  bonuses: {
    ru: { one: '{amount} бонус', few: '{amount} бонуса', many: '{amount} бонусов', other: '{amount} бонуса' },
    en: { one: '{amount} bonus', other: '{amount} bonuses' },
  },
  noReferral: { ru: 'За приглашённых друзей ничего не дарим.', en: 'Nothing is given for inviting friends.' },
  referralFirst: {
    ru: 'Пригласивший получает {percent} с {purchases}.',
    en: 'Whoever invites a friend gets {percent} of {purchases}.',
  },
  referralFirstSum: {
    ru: 'Пригласивший получает {amount} с {purchases}.',
    en: 'Whoever invites a friend gets {amount} for {purchases}.',
  },
  referralNextSum: { ru: 'Следующий в цепочке — {amount}.', en: 'The next in the chain gets {amount}.' },
  referralLeast: { ru: 'Чеки меньше {amount} не считаются.', en: 'Receipts below {amount} do not count.' },
  referralDays: {
    ru: {
      one: 'Награду можно тратить через {count} день.',
      few: 'Награду можно тратить через {count} дня.',
      many: 'Награду можно тратить через {count} дней.',
      other: 'Награду можно тратить через {count} дня.',
    },
    en: { one: 'Rewards can be spent after {count} day.', other: 'Rewards can be spent after {count} days.' },
  },
  referralSecond: {
    ru: 'За первую покупку — когда друг купит второй раз.',
    en: 'For the first purchase: when the friend buys a second time.',
  },
  referralPerDay: {
    ru: 'Одному пригласившему за день — не больше {amount}.',
    en: 'One inviter gets {amount} a day at most.',
  },
  referralPerMonth: {
    ru: 'Одному пригласившему за месяц — не больше {amount}.',
    en: 'One inviter gets {amount} a month at most.',
  },
  referralNext: { ru: 'Следующий в цепочке — {percent}.', en: 'The next in the chain gets {percent}.' },
  referralAll: { ru: 'каждой покупки друга', en: 'each purchase the friend makes' },
  referralOne: { ru: 'первой покупки друга', en: 'the friend’s first purchase' },
  referralWelcome: { ru: 'Приглашённому дарим {amount}.', en: 'The invited friend gets {amount}.' },
  returnRECOMPUTE: {
    ru: 'При возврате отменяем то, что принёс возвращённый товар: остаётся столько, сколько покупка дала бы без него.',
    en: 'After a return the customer keeps what the purchase would have earned without the returned goods.',
  },
  returnPROPORTIONAL: {
    ru: 'При возврате отменяем начисление пропорционально возвращённому.',
    en: 'A return takes bonuses back in proportion to the goods returned.',
  },
  debtDEBT: {
    ru: 'Если эти бонусы уже потрачены, баланс уходит в минус.',
    en: 'If those bonuses are already spent, the balance goes below zero.',
  },
  debtWITHIN_BALANCE: {
    ru: 'Если эти бонусы уже потрачены, баланс не уходит ниже нуля.',
    en: 'If those bonuses are already spent, the balance stops at zero.',
  },
  debtONLY_PENDING: {
    ru: 'Отменяем только то, что ещё не стало доступным.',
    en: 'Only bonuses that cannot be spent yet are taken back.',
  },
  returnGrace: {
    ru: {
      one: 'Если бонусы, которыми платили, к возврату уже сгорели, они возвращаются ещё на {count} день.',
      few: 'Если бонусы, которыми платили, к возврату уже сгорели, они возвращаются ещё на {count} дня.',
      many: 'Если бонусы, которыми платили, к возврату уже сгорели, они возвращаются ещё на {count} дней.',
      other: 'Если бонусы, которыми платили, к возврату уже сгорели, они возвращаются ещё на {count} дня.',
    },
    en: {
      one: 'Spent bonuses that would have expired meanwhile come back for {count} more day.',
      other: 'Spent bonuses that would have expired meanwhile come back for {count} more days.',
    },
  },
  returnNoGrace: {
    ru: 'Если бонусы, которыми платили, к возврату уже сгорели, они не возвращаются.',
    en: 'Spent bonuses that would have expired meanwhile do not come back.',
  },

  // Goods
  marked: { ru: 'товары с пометкой «{marks}»', en: 'goods marked “{marks}”' },
})
