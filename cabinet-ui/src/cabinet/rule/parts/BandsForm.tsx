import { ActionIcon, Button, Group, Input, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { EndSelect } from '../../condition/fields/EndSelect'
import { Percent } from '../../condition/fields/Percent'
import { type FormProps, said, under } from '../../condition/kind'
import type { Band } from './bands'
import { texts } from './texts'

type Props = FormProps<Band[]> & { max?: number }

/** Percents by amounts, ascending. */
export function BandsForm({ value, onChange, problems, words, max = 100 }: Props) {
  const t = useTexts(texts)
  const last = value[value.length - 1]
  const next = { from: (last?.from ?? 0) + 100_000, percentBp: last?.percentBp ?? 500 }
  return (
    <Input.Wrapper
      labelElement="div"
      label={t('bands')}
      error={said(
        problems.filter((one) => one.pointer === ''),
        '',
        words,
      )}
    >
      <Stack gap="xs" mt={4}>
        {value.map((band, index) => (
          <BandRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a band is what stands in its place
            key={index}
            n={index + 1}
            value={band}
            max={max}
            onChange={(changed) => onChange(value.map((one, at) => (at === index ? changed : one)))}
            onRemove={value.length > 1 ? () => onChange(value.filter((_, at) => at !== index)) : undefined}
            problems={under(problems, `/${index}`)}
            words={words}
          />
        ))}
        <Button
          size="compact-md"
          variant="light"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, next])}
        >
          {t('addBand')}
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}

type RowProps = FormProps<Band> & { n: number; max: number; onRemove: (() => void) | undefined }

function BandRow({ n, value, max, onChange, onRemove, problems, words }: RowProps) {
  const t = useTexts(texts)
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <AmountInput
        aria-label={t('bandFrom', { n })}
        flex={1}
        maw={230}
        miw={0}
        rightSection="₽"
        leftSectionWidth={92}
        leftSection={
          <EndSelect
            label={t('bandHow', { n })}
            value={value.above ? 'over' : 'from'}
            options={(['from', 'over'] as const).map((one) => ({ value: one, label: t(one) }))}
            onChange={(next) => onChange({ ...value, above: next === 'over' })}
          />
        }
        value={value.from}
        onChange={(from) => onChange({ ...value, from: from ?? 0 })}
        error={said(problems, '/from', words)}
      />
      <Percent
        aria-label={t('bandPercent', { n })}
        w={96}
        max={max}
        needed
        value={value.percentBp}
        onChange={(percentBp) => onChange({ ...value, percentBp })}
        error={said(problems, '/percentBp', words)}
      />
      <ActionIcon size={36} disabled={!onRemove} onClick={onRemove} aria-label={t('removeBand', { n })}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
