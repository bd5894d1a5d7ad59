import { defineTexts } from '@/base/i18n/texts'

export const texts = defineTexts({
  // in the form
  holdOut: { ru: 'Контрольная группа', en: 'Hold-out group' },
  doNotWriteTo: { ru: 'Не писать', en: 'Do not write to' },
  percentLabel: { ru: 'Доля контрольной группы, %', en: 'Share of the hold-out group, %' },
  ofChosen: {
    ru: 'выбранных наугад и сравнить покупки за',
    en: 'of those chosen, drawn at random, and compare purchases for',
  },
  windowLabel: { ru: 'Сколько дней считать покупки', en: 'How many days purchases are counted' },
  days: {
    ru: { one: '{count} день', few: '{count} дня', many: '{count} дней', other: '{count} дня' },
    en: { one: '{count} day', other: '{count} days' },
  },
  sees: {
    ru: {
      one: 'Из {count} участника {percent} — это {heldOut} без сообщения. Пользу будет видно, если покупателей из каждой сотни станет больше хотя бы на {points}.',
      few: 'Из {count} участников {percent} — это {heldOut} без сообщения. Пользу будет видно, если покупателей из каждой сотни станет больше хотя бы на {points}.',
      many: 'Из {count} участников {percent} — это {heldOut} без сообщения. Пользу будет видно, если покупателей из каждой сотни станет больше хотя бы на {points}.',
      other:
        'Из {count} участника {percent} — это {heldOut} без сообщения. Пользу будет видно, если покупателей из каждой сотни станет больше хотя бы на {points}.',
    },
    en: {
      one: 'Of {count} member, {percent} is {heldOut} without a message. The use of it shows when {points} more of every hundred come to buy.',
      other:
        'Of {count} members, {percent} is {heldOut} without a message. The use of it shows when {points} more of every hundred come to buy.',
    },
  },
  price: {
    ru: {
      one: 'Чем за это платят: {count} человек без сообщения купит примерно на {price} меньше.',
      few: 'Чем за это платят: {count} человека без сообщения купят примерно на {price} меньше.',
      many: 'Чем за это платят: {count} человек без сообщения купят примерно на {price} меньше.',
      other: 'Чем за это платят: {count} человека без сообщения купят примерно на {price} меньше.',
    },
    en: {
      one: 'What it takes: {count} person without a message buys for about {price} less.',
      other: 'What it takes: {count} people without a message buy for about {price} less.',
    },
  },
  base: {
    ru: {
      one: 'Сейчас за {count} день покупают {base} участников.',
      few: 'Сейчас за {count} дня покупают {base} участников.',
      many: 'Сейчас за {count} дней покупают {base} участников.',
      other: 'Сейчас за {count} дня покупают {base} участников.',
    },
    en: {
      one: 'In {count} day {base} of the members buy anyway.',
      other: 'In {count} days {base} of the members buy anyway.',
    },
  },
  baseUsual: {
    ru: {
      one: 'Покупок пока мало: считаем, что за {count} день покупают {base} участников.',
      few: 'Покупок пока мало: считаем, что за {count} дня покупают {base} участников.',
      many: 'Покупок пока мало: считаем, что за {count} дней покупают {base} участников.',
      other: 'Покупок пока мало: считаем, что за {count} дня покупают {base} участников.',
    },
    en: {
      one: 'There are few purchases yet: we assume that in {count} day {base} of the members buy.',
      other: 'There are few purchases yet: we assume that in {count} days {base} of the members buy.',
    },
  },
  advised: { ru: 'Советуем {percent}.', en: 'We advise {percent}.' },
  noHoldOut: {
    ru: 'Без контрольной группы видно, сколько купили, но не сколько из этого принесли сообщения.',
    en: 'Without a hold-out group you see what was bought, but not how much of it the messages brought.',
  },
  tooFewForHoldOut: {
    ru: {
      one: '{count} участника слишком мало, чтобы контрольная группа что-то показала: напишите всем.',
      few: '{count} участников слишком мало, чтобы контрольная группа что-то показала: напишите всем.',
      many: '{count} участников слишком мало, чтобы контрольная группа что-то показала: напишите всем.',
      other: '{count} участника слишком мало, чтобы контрольная группа что-то показала: напишите всем.',
    },
    en: {
      one: '{count} member is too few for a hold-out group to show anything: write to everybody.',
      other: '{count} members are too few for a hold-out group to show anything: write to everybody.',
    },
  },
  // the result
  brought: { ru: 'Что это принесло', en: 'What it brought' },
  'label.PROVEN': { ru: 'Доказано', en: 'Proven' },
  'label.PROBABLY': { ru: 'Вероятно', en: 'Probably' },
  'label.NOT_PROVEN_YET': { ru: 'Пока не доказано', en: 'Not proven yet' },
  'label.HARMFUL': { ru: 'Похоже, вредит', en: 'Harmful' },
  made: {
    ru: 'Сообщения принесли {value}, вероятнее всего от {low} до {high}',
    en: 'Made {value}, between {low} and {high}',
  },
  lost: {
    ru: 'Сообщения принесли убыток {value}, вероятнее всего от {low} до {high}',
    en: 'Lost {value}, between {low} and {high}',
  },
  boughtMore: {
    ru: 'Сообщения принесли покупок на {value}, вероятнее всего от {low} до {high}',
    en: 'Brought purchases of {value}, between {low} and {high}',
  },
  boughtLess: {
    ru: 'Сообщения отняли покупок на {value}, вероятнее всего от {low} до {high}',
    en: 'Took away purchases of {value}, between {low} and {high}',
  },
  'why.PROVEN': {
    ru: 'Случайно такая разница между группами почти не бывает.',
    en: 'Such a difference between the groups hardly ever comes by chance.',
  },
  'why.PROBABLY': {
    ru: 'С вероятностью {probability} сообщения привели больше покупателей, но разница ещё может быть случайной.',
    en: 'With a probability of {probability} the messages brought more buyers, but it may still be chance.',
  },
  'why.NOT_PROVEN_YET': {
    ru: 'Разница между группами может быть случайной.',
    en: 'The difference between the groups may be chance.',
  },
  'why.HARMFUL': {
    ru: 'Те, кому писали, купили меньше тех, кому не писали, и вряд ли это случайность.',
    en: 'Those who were written to bought less than those who were not, and hardly by chance.',
  },
  fewBuyers: {
    ru: {
      one: 'Для вывода в каждой группе нужен хотя бы {count} покупатель.',
      few: 'Для вывода в каждой группе нужно хотя бы {count} покупателя.',
      many: 'Для вывода в каждой группе нужно хотя бы {count} покупателей.',
      other: 'Для вывода в каждой группе нужно хотя бы {count} покупателя.',
    },
    en: {
      one: 'To conclude anything, each group needs at least {count} buyer.',
      other: 'To conclude anything, each group needs at least {count} buyers.',
    },
  },
  moreMembers: {
    ru: {
      one: 'Чтобы убедиться, нужен ещё примерно {shown} участник.',
      few: 'Чтобы убедиться, нужно ещё примерно {shown} участника.',
      many: 'Чтобы убедиться, нужно ещё примерно {shown} участников.',
      other: 'Чтобы убедиться, нужно ещё примерно {shown} участника.',
    },
    en: {
      one: 'To be sure it needs about {shown} more member.',
      other: 'To be sure it needs about {shown} more members.',
    },
  },
  profitIs: {
    ru: 'Прибыль сверх того, что купили бы и без сообщений: маржа {margin}, минус бонусы, которыми расплатились, и сообщения за {cost}.',
    en: 'Profit above what would have been bought anyway: a margin of {margin}, less the bonuses spent and messages for {cost}.',
  },
  noMargin: {
    ru: 'Это сверх того, что купили бы и без сообщений. Чтобы увидеть прибыль, нужна маржа магазина.',
    en: 'This is above what would have been bought anyway. To see the profit, the shop’s margin is needed.',
  },
  toSettings: { ru: 'Указать маржу', en: 'Set the margin' },
  withoutHoldOut: {
    ru: 'Контрольной группы не было, поэтому нельзя сказать, сколько из этих покупок принесли сообщения, а сколько было бы и без неё.',
    en: 'There was no hold-out group, so nobody can tell how much of this the messages brought and how much would have come anyway.',
  },
  fewToTell: {
    ru: 'Покупателей слишком мало, чтобы сказать, помогли ли сообщения',
    en: 'Too few people bought to tell whether the messages helped',
  },
  tooFew: {
    ru: 'Участников слишком мало, чтобы сравнивать группы.',
    en: 'There are too few members to compare the groups.',
  },
  brokenTitle: { ru: 'Контрольная группа нарушена, результат скрыт', en: 'The hold-out was broken, result hidden' },
  broken: {
    ru: 'В контрольной группе должно быть {planned} участников, а осталось {seen}. Случайно так не бывает: сравнение было бы нечестным.',
    en: 'The hold-out should be {planned} of the members and is {seen}. That is no chance: the comparison would not be fair.',
  },
  treated: { ru: 'Кому писали', en: 'Written to' },
  heldOut: { ru: 'Контрольная группа', en: 'Hold-out group' },
  members: { ru: 'Участников', en: 'Members' },
  buyers: { ru: 'Купили', en: 'Bought' },
  purchases: { ru: 'Покупки за вычетом возвратов', en: 'Purchases, net of returns' },
  withBonuses: { ru: 'из них оплачено бонусами', en: 'of these paid with bonuses' },
  perMember: { ru: 'На одного участника', en: 'Per member' },
  above: { ru: 'Сверх того, что было бы и без сообщений', en: 'Above what would have come anyway' },
  moreBuyers: { ru: 'Покупателей', en: 'Buyers' },
  morePurchases: { ru: 'Покупок', en: 'Purchases' },
  moreBonuses: { ru: 'Оплачено бонусами', en: 'Paid with bonuses' },
  net: { ru: 'Покупок за вычетом бонусов', en: 'Purchases less bonuses' },
  between: { ru: '{value} (от {low} до {high})', en: '{value} ({low} to {high})' },
  ended: { ru: 'Покупки считали до {until}.', en: 'Purchases were counted until {until}.' },
  daysLeft: {
    ru: {
      one: 'Считаем покупки ещё {count} день, до {until}.',
      few: 'Считаем покупки ещё {count} дня, до {until}.',
      many: 'Считаем покупки ещё {count} дней, до {until}.',
      other: 'Считаем покупки ещё {count} дня, до {until}.',
    },
    en: {
      one: 'Purchases are counted for {count} more day, until {until}.',
      other: 'Purchases are counted for {count} more days, until {until}.',
    },
  },
  wider: {
    ru: 'До этого дня границы шире, чтобы ранний взгляд не обманул.',
    en: 'Until then the limits are wider, so that an early look does not mislead.',
  },
  everybodyCounts: {
    ru: 'Считаем всех, кого выбрали, даже если сообщение не дошло: иначе сравнение нечестное.',
    en: 'Everybody chosen counts, even if the message did not arrive: otherwise the comparison would not be fair.',
  },
  globalOnes: {
    ru: {
      one: 'Ещё {count} участник — в общей контрольной группе магазина: ему не писали, и здесь он не считается.',
      few: 'Ещё {count} участника — в общей контрольной группе магазина: им не писали, и здесь они не считаются.',
      many: 'Ещё {count} участников — в общей контрольной группе магазина: им не писали, и здесь они не считаются.',
      other: 'Ещё {count} участника — в общей контрольной группе магазина: им не писали, и здесь они не считаются.',
    },
    en: {
      one: '{count} more member is in the shop’s global hold-out: not written to, and not counted here.',
      other: '{count} more members are in the shop’s global hold-out: not written to, and not counted here.',
    },
  },
})
