import { Group, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@/base/form/DateInput'
import { zoneName } from '@/base/format/zones'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import type { When } from './content'
import { WEEKDAYS } from './useWhen'
import { texts } from './whenTexts'

const TYPES = ['NOW', 'ONCE', 'WEEKLY', 'MONTHLY'] as const
const USUAL_TIME = '11:00'

type Props = { value: When; onChange: (when: When) => void; error: string | undefined }

/** When it begins: at once, at a time, or again and again. */
export function WhenChoice({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const { zone } = useCurrentSession()
  const locale = useLocale()
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('when')}
        value={value.type}
        onChange={(type) => onChange(begins(type as When['type'], value))}
      >
        <Group gap="lg" mt={8}>
          {TYPES.map((type) => (
            <Radio key={type} value={type} label={t(`type.${type}`)} />
          ))}
        </Group>
      </Radio.Group>
      {value.type !== 'NOW' && (
        <>
          <Group align="flex-start" gap="sm">
            <Day value={value} onChange={onChange} error={error} />
            <TextInput
              label={t('time')}
              type="time"
              w={120}
              value={value.time ?? ''}
              onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
            />
            {value.type !== 'ONCE' && (
              <DateInput
                label={t('until')}
                description={t('untilHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                w={190}
                value={value.until}
                onChange={(until) => onChange({ ...value, until: until || null })}
              />
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {zone && t('zone', { zone: zoneName(zone, locale, new Date()) })} {t('judged')} {t('quiet')}
          </Text>
        </>
      )}
    </Stack>
  )
}

/** What fits goes over to the other kind. */
function begins(type: When['type'], { time, day }: When): When {
  if (type === 'NOW') return { type }
  if (type === 'ONCE') return { type, time: time ?? USUAL_TIME, date: '' }
  return { type, time: time ?? USUAL_TIME, day: type === 'WEEKLY' ? Math.min(day ?? 4, 7) : (day ?? 1) }
}

function Day({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  if (value.type === 'ONCE') {
    return (
      <DateInput
        label={t('date')}
        w={190}
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
        error={error}
      />
    )
  }
  if (value.type === 'WEEKLY') {
    return (
      <Select
        label={t('weekday')}
        w={190}
        allowDeselect={false}
        data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`name.${day}`) }))}
        value={String(value.day)}
        onChange={(day) => onChange({ ...value, day: Number(day) })}
        error={error}
      />
    )
  }
  return (
    <NumberInput
      label={t('monthDay')}
      description={t('monthDayHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      w={190}
      min={1}
      max={31}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      value={value.day ?? ''}
      onChange={(day) => typeof day === 'number' && onChange({ ...value, day })}
      error={error}
    />
  )
}
