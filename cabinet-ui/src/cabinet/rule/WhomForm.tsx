import { Group, Input, SegmentedControl, Stack } from '@mantine/core'
import { DateInput } from '@/base/form/DateInput'
import { useTexts } from '@/base/i18n/texts'
import { type FormProps, said } from '../condition/kind'
import { type Rule, tidy, type Validity } from './document/rule'
import { phaseOf } from './effects/kinds'
import { texts } from './texts'

/** For whom, and from which to which day. */
export function WhomForm({ value, onChange, problems, words }: FormProps<Rule>) {
  const t = useTexts(texts)
  const audience = value.audience ?? 'MEMBERS'
  // Only a discount can be given to somebody without a card; a document may say otherwise and then shows it.
  const asked = phaseOf(value.then.type) === 'DISCOUNT' || audience === 'EVERYBODY'
  const validity = (change: Validity) => onChange({ ...value, validity: tidy({ ...value.validity, ...change }) })
  return (
    <Stack gap="sm">
      {asked && (
        <Input.Wrapper labelElement="div" label={t('audience')} error={said(problems, '/audience', words)}>
          <SegmentedControl
            display="flex"
            w="fit-content"
            aria-label={t('audience')}
            value={audience}
            onChange={(next) => onChange({ ...value, audience: next === 'EVERYBODY' ? 'EVERYBODY' : 'MEMBERS' })}
            data={(['MEMBERS', 'EVERYBODY'] as const).map((one) => ({ value: one, label: t(`audience.${one}`) }))}
          />
        </Input.Wrapper>
      )}
      <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
        <legend className="k-visually-hidden">{t('dates')}</legend>
        <Group gap="sm" align="flex-start">
          <DateInput
            w={190}
            label={t('from')}
            value={value.validity?.from}
            onChange={(day) => validity({ from: day || null })}
            error={said(problems, '/validity/from', words)}
          />
          <DateInput
            w={190}
            label={t('through')}
            value={value.validity?.through}
            onChange={(day) => validity({ through: day || null })}
            error={said(problems, '/validity/through', words)}
          />
        </Group>
      </fieldset>
    </Stack>
  )
}
