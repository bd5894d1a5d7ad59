import { Stack } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../../condition/fields/Whole'
import { said, under } from '../../condition/kind'
import { LifetimeForm } from '../../rule/parts/LifetimeForm'
import { withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

/** Freezing and burning of what purchases earn. */
export function LifeForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  return (
    <Stack>
      <Whole
        label={t('pendingDays')}
        description={t('pendingDaysHint')}
        w="100%"
        value={doc.earning?.pendingDays ?? 0}
        onChange={(pendingDays) => onChange(withPart(doc, 'earning', { pendingDays }))}
        error={said(problems, '/earning/pendingDays', words)}
      />
      <LifetimeForm
        value={doc.earning?.life}
        onChange={(life) => onChange(withPart(doc, 'earning', { life }))}
        problems={under(problems, '/earning/life')}
        words={words}
      />
    </Stack>
  )
}
