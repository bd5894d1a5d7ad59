import { Checkbox, Chip, Group, Input, Select, Stack, Text, TextInput } from '@mantine/core'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, type Kind, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
type Day = (typeof DAYS)[number]
type TimeWindow = { type: 'timeWindow'; days: Day[]; from: string; to: string; zone?: string | null }
type Feb29 = 'FEB_28' | 'MAR_1'
type Birthday = { type: 'birthday'; daysBefore?: number; daysAfter?: number; feb29?: Feb29; dobKnownDays?: number }

const MIDNIGHT = '00:00'
const clock = (time: string) => time.slice(0, 5)
const wholeDay = (value: TimeWindow) => clock(value.from) === MIDNIGHT && clock(value.to) === MIDNIGHT

function dayName(day: Day, words: Words, weekday: 'short' | 'long' = 'short'): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)))
  return new Intl.DateTimeFormat(words.locale === 'ru' ? 'ru' : 'en-GB', { weekday, timeZone: 'UTC' }).format(date)
}

/** "Mon–Thu", "Mon, Wed", "any day" */
export function daysSentence(days: readonly Day[], words: Words): string {
  const sorted = DAYS.filter((day) => days.includes(day))
  const first = sorted[0]
  const last = sorted[sorted.length - 1]
  if (!first || !last) return '…'
  if (sorted.length === DAYS.length) return words.say(texts.everyDay)
  const run = DAYS.indexOf(last) - DAYS.indexOf(first) === sorted.length - 1
  return run && sorted.length > 2
    ? `${dayName(first, words)}–${dayName(last, words)}`
    : sorted.map((day) => dayName(day, words)).join(', ')
}

function timeSentence(value: TimeWindow, words: Words, opposite: boolean): string {
  const days = daysSentence(value.days, words)
  const hours = { days, from: clock(value.from), to: clock(value.to) }
  const text = wholeDay(value)
    ? words.say(opposite ? texts.timeWindowDaysNot : texts.timeWindowDays, { days })
    : words.say(opposite ? texts.timeWindowNot : texts.timeWindowSays, hours)
  return value.zone ? `${text} ${words.say(texts.inZone, { zone: value.zone })}` : text
}

const timeWindow: Kind<TimeWindow> = {
  type: 'timeWindow',
  label: texts.timeWindow,
  group: texts.groupTime,
  empty: () => ({ type: 'timeWindow', days: DAYS.slice(0, 4), from: '09:00', to: '12:00' }),
  Form: TimeWindowForm,
  sentence: (value, words) => timeSentence(value, words, false),
  opposite: (value, words) => timeSentence(value, words, true),
}

function TimeWindowForm({ value, onChange, problems, words }: FormProps<TimeWindow>) {
  const whole = wholeDay(value)
  return (
    <Stack gap="sm">
      <Days value={value} onChange={onChange} problems={problems} words={words} />
      <Checkbox
        label={words.say(texts.wholeDay)}
        checked={whole}
        onChange={(event) =>
          onChange({ ...value, ...(event.currentTarget.checked ? { from: MIDNIGHT, to: MIDNIGHT } : EVENING) })
        }
      />
      {!whole && (
        <Group gap="sm" align="flex-start">
          <Time
            label={words.say(texts.timeFrom)}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
            error={said(problems, '/from', words)}
          />
          <Time
            label={words.say(texts.timeTo)}
            value={value.to}
            onChange={(to) => onChange({ ...value, to })}
            error={said(problems, '/to', words)}
          />
        </Group>
      )}
      {!whole && clock(value.to) <= clock(value.from) && (
        <Text size="sm" c="dimmed">
          {words.say(texts.overMidnight, { to: clock(value.to) })}
        </Text>
      )}
    </Stack>
  )
}

const EVENING = { from: '18:00', to: '21:00' }

function Days({ value, onChange, problems, words }: FormProps<TimeWindow>) {
  return (
    <Input.Wrapper labelElement="div" label={words.say(texts.days)} error={said(problems, '/days', words)}>
      <Chip.Group
        multiple
        value={value.days}
        onChange={(days) => onChange({ ...value, days: DAYS.filter((day) => days.includes(day)) })}
      >
        <Group gap={6}>
          {DAYS.map((day) => (
            <Chip key={day} value={day} size="sm" aria-label={dayName(day, words, 'long')}>
              {dayName(day, words)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}

type TimeProps = { label: string; value: string; onChange: (value: string) => void; error: string | undefined }

function Time({ label, value, onChange, error }: TimeProps) {
  return (
    <TextInput
      type="time"
      w={140}
      label={label}
      value={clock(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}

const birthdayDefaults = { daysBefore: 3, daysAfter: 3, feb29: 'FEB_28', dobKnownDays: 7 } as const

const birthday: Kind<Birthday> = {
  type: 'birthday',
  label: texts.birthday,
  group: texts.groupTime,
  empty: () => ({ type: 'birthday', daysBefore: 3, daysAfter: 3 }),
  Form: BirthdayForm,
  sentence: (value, words) => {
    const { daysBefore, daysAfter, dobKnownDays } = { ...birthdayDefaults, ...value }
    const days = (count: number) => words.say(texts.aDays, { count })
    const around =
      daysBefore === 0 && daysAfter === 0
        ? words.say(texts.birthdayExact)
        : words.say(texts.birthdaySays, { before: days(daysBefore), after: days(daysAfter) })
    const known = dobKnownDays > 0 && words.say(texts.dobKnownSays, { count: dobKnownDays })
    return known ? `${around} ${known}` : around
  },
  opposite: (_, words) => words.say(texts.birthdayNot),
}

function BirthdayForm({ value, onChange, problems, words }: FormProps<Birthday>) {
  const days = (part: 'daysBefore' | 'daysAfter' | 'dobKnownDays', max: number, description?: string) => (
    <Whole
      label={words.say(texts[part])}
      description={description}
      w={part === 'dobKnownDays' ? 310 : 150}
      max={max}
      needed
      value={value[part] ?? birthdayDefaults[part]}
      onChange={(next) => onChange({ ...value, [part]: next })}
      error={said(problems, `/${part}`, words)}
    />
  )
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        {days('daysBefore', 90)}
        {days('daysAfter', 90)}
      </Group>
      {days('dobKnownDays', 366, words.say(texts.dobKnownHint))}
      <Select
        label={words.say(texts.feb29)}
        maw={310}
        value={value.feb29 ?? birthdayDefaults.feb29}
        data={(['FEB_28', 'MAR_1'] as const).map((one) => ({ value: one, label: words.say(texts[`feb29.${one}`]) }))}
        onChange={(next) => onChange({ ...value, feb29: next === 'MAR_1' ? 'MAR_1' : 'FEB_28' })}
        error={said(problems, '/feb29', words)}
      />
    </Stack>
  )
}

export const timeKinds: readonly Kind[] = [timeWindow, birthday]
