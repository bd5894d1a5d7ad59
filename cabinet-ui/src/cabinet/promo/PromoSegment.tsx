import { Select } from '@mantine/core'
import { useSegments } from '@/base/api/queries/segments'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { value: string | null; onChange: (segmentId: string | null) => void }

/** Whether whoever has a code may use it, or members of a segment alone. */
export function PromoSegment({ value, onChange }: Props) {
  const t = useTexts(texts)
  const segments = useSegments().data?.items ?? []
  return (
    <Select
      label={t('segment')}
      allowDeselect={false}
      value={value ?? ''}
      onChange={(id: string | null) => onChange(id || null)}
      data={[{ value: '', label: t('everybody') }, ...segments.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
