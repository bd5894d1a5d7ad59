import { NativeSelect, Stack } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { said } from '../../condition/kind'
import { NamesFields } from '../fields/NamesFields'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

const KINDS = ['BONUS', 'DISCOUNT', 'BOTH', 'CASHBACK', 'STAMPS'] as const

/** What the program is called and what it is. */
export function NameForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  return (
    <Stack>
      <NamesFields
        value={doc.name}
        onChange={(name) => onChange({ ...doc, name })}
        problems={problems}
        at="/name"
        words={words}
      />
      <NativeSelect
        label={t('kind')}
        value={doc.kind ?? 'BONUS'}
        onChange={(event) => onChange({ ...doc, kind: event.currentTarget.value })}
        data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        error={said(problems, '/kind', words)}
      />
    </Stack>
  )
}
