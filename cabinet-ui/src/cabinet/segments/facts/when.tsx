import { Group, Select } from '@mantine/core'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, type Kind, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

type Ago<T extends string> = { type: T; fromDays?: number | null; throughDays?: number | null }
type Says = Parameters<Words['say']>[0]
type Birthday = { type: 'birthday'; daysBefore?: number; daysAfter?: number; feb29?: 'FEB_28' | 'MAR_1' }

const FEB_29 = ['FEB_28', 'MAR_1'] as const
const days = (count: number | null | undefined, words: Words) => words.say(texts.days, { count: count ?? 0 })

function AgoForm<T extends string>({ value, onChange, problems, words }: FormProps<Ago<T>>) {
  const { fromDays, throughDays, ...rest } = value
  const change = (from: number | null | undefined, through: number | null | undefined) =>
    onChange({
      ...rest,
      ...(from == null ? {} : { fromDays: from }),
      ...(through == null ? {} : { throughDays: through }),
    } as Ago<T>)
  return (
    <Group gap="sm" align="flex-start">
      <Whole
        label={words.say(texts.fromDays)}
        placeholder={words.say(texts.anyNumber)}
        w={210}
        value={fromDays}
        onChange={(from) => change(from, throughDays)}
        error={said(problems, '/fromDays', words)}
      />
      <Whole
        label={words.say(texts.throughDays)}
        placeholder={words.say(texts.anyNumber)}
        w={210}
        value={throughDays}
        onChange={(through) => change(fromDays, through)}
        error={said(problems, '/throughDays', words)}
      />
    </Group>
  )
}

function agoSentence(
  { fromDays, throughDays }: Ago<string>,
  words: Words,
  says: Record<'from' | 'through' | 'both', Says>,
): string {
  const params = { from: days(fromDays, words), through: days(throughDays, words) }
  if (throughDays == null) return words.say(says.from, params)
  return words.say(fromDays == null ? says.through : says.both, params)
}

export const lastPurchase: Kind<Ago<'lastPurchase'>> = {
  type: 'lastPurchase',
  label: texts.lastPurchase,
  group: texts.groupWhen,
  empty: () => ({ type: 'lastPurchase', fromDays: 60 }),
  Form: AgoForm,
  sentence: (value, words) =>
    agoSentence(value, words, {
      from: texts.lastPurchaseFrom,
      through: texts.lastPurchaseThrough,
      both: texts.lastPurchaseBoth,
    }),
}

export const joined: Kind<Ago<'joined'>> = {
  type: 'joined',
  label: texts.joined,
  group: texts.groupWhen,
  empty: () => ({ type: 'joined', throughDays: 30 }),
  Form: AgoForm,
  sentence: (value, words) =>
    agoSentence(value, words, { from: texts.joinedFrom, through: texts.joinedThrough, both: texts.joinedBoth }),
}

export const birthday: Kind<Birthday> = {
  type: 'birthday',
  label: texts.birthday,
  group: texts.groupWhen,
  empty: () => ({ type: 'birthday', daysBefore: 7, daysAfter: 0 }),
  Form: BirthdayForm,
  sentence: ({ daysBefore = 3, daysAfter = 3 }, words) => {
    const says = daysBefore
      ? daysAfter
        ? texts.birthdayAround
        : texts.birthdaySoon
      : daysAfter
        ? texts.birthdayWas
        : texts.birthdayToday
    return words.say(says, { before: days(daysBefore, words), after: days(daysAfter, words) })
  },
}

function BirthdayForm({ value, onChange, problems, words }: FormProps<Birthday>) {
  return (
    <Group gap="sm" align="flex-start">
      <Whole
        label={words.say(texts.daysBefore)}
        w={110}
        max={90}
        value={value.daysBefore ?? 3}
        onChange={(daysBefore) => onChange({ ...value, daysBefore: daysBefore ?? 0 })}
        error={said(problems, '/daysBefore', words)}
      />
      <Whole
        label={words.say(texts.daysAfter)}
        w={110}
        max={90}
        value={value.daysAfter ?? 3}
        onChange={(daysAfter) => onChange({ ...value, daysAfter: daysAfter ?? 0 })}
        error={said(problems, '/daysAfter', words)}
      />
      <Select
        label={words.say(texts.feb29)}
        w={280}
        value={value.feb29 ?? 'FEB_28'}
        data={FEB_29.map((one) => ({ value: one, label: words.say(texts[`feb29.${one}`]) }))}
        onChange={(next) => onChange({ ...value, feb29: FEB_29.find((one) => one === next) ?? 'FEB_28' })}
      />
    </Group>
  )
}
