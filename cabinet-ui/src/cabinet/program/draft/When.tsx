import { Group, Input, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@/base/form/DateInput'
import { zoneName } from '@/base/format/zones'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { plusDays, today } from '../base/days'
import { texts } from '../base/texts'

type Props = {
  /** By the shop's clock: "2026-12-31T00:00"; nothing = now. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  error: string | undefined
}

/** Now, or at a day and time of the shop's. */
export function When({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { zone } = useCurrentSession()
  const [day = '', time = ''] = value?.split('T') ?? []
  return (
    <Stack gap="sm">
      <Input.Wrapper labelElement="div" label={t('publishWhen')}>
        <SegmentedControl
          display="flex"
          w="fit-content"
          aria-label={t('publishWhen')}
          value={value === undefined ? 'now' : 'later'}
          data={(['now', 'later'] as const).map((one) => ({ value: one, label: t(`publishWhen.${one}`) }))}
          onChange={(next) => onChange(next === 'now' ? undefined : `${plusDays(today(new Date(), zone), 1)}T00:00`)}
        />
      </Input.Wrapper>
      {value !== undefined && (
        <Input.Wrapper
          labelElement="div"
          description={zone && t('publishClock', { zone: zoneName(zone, locale, new Date()) })}
          error={error}
          inputWrapperOrder={['input', 'description', 'error']}
        >
          <Group gap="sm" align="flex-start" mb={6}>
            <DateInput w={165} label={t('publishDay')} value={day} onChange={(next) => onChange(`${next}T${time}`)} />
            <TextInput
              type="time"
              w={120}
              label={t('publishTime')}
              value={time}
              onChange={(event) => onChange(`${day}T${event.currentTarget.value}`)}
            />
          </Group>
        </Input.Wrapper>
      )}
    </Stack>
  )
}
