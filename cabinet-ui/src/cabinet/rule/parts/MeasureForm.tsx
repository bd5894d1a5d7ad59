import { Select, Stack } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { PurchaseWindow } from '../../condition/fields/PurchaseWindow'
import { type FormProps, said, under } from '../../condition/kind'
import { BasisSelect } from '../conditions/receipt'
import type { Measure } from './bands'
import { texts } from './texts'

const TYPES = ['receiptAmount', 'purchases'] as const

/** The amount that chooses a band: of this receipt, or of earlier purchases. */
export function MeasureForm({ value, onChange, problems, words }: FormProps<Measure>) {
  const t = useTexts(texts)
  return (
    <Stack gap="sm">
      <Select
        label={t('measure')}
        maw={310}
        value={value.type}
        data={TYPES.map((type) => ({ value: type, label: t(`measure.${type}`) }))}
        onChange={(next) => {
          if (next === value.type) return
          // Prices are seen by discounts and by earning alike.
          if (next === 'receiptAmount') onChange({ type: next, basis: 'GROSS' })
          if (next === 'purchases') onChange({ type: next, window: { unit: 'ALL' } })
        }}
      />
      {value.type === 'purchases' ? (
        <PurchaseWindow
          value={value.window}
          onChange={(window) => onChange({ ...value, window })}
          problems={under(problems, '/window')}
          words={words}
        />
      ) : (
        <>
          <BasisSelect
            value={value.basis ?? 'NET'}
            onChange={(basis) => onChange({ ...value, basis })}
            error={said(problems, '/basis', words)}
            words={words}
          />
          <Select
            label={t('measureOver')}
            maw={310}
            value={value.over ?? 'RECEIPT'}
            data={(['RECEIPT', 'ELIGIBLE'] as const).map((one) => ({ value: one, label: t(`over.${one}`) }))}
            onChange={(next) => onChange({ ...value, over: next === 'ELIGIBLE' ? next : 'RECEIPT' })}
          />
        </>
      )}
    </Stack>
  )
}
