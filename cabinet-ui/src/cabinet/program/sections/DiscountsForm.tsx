import { Radio, Stack } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { GoodsForm } from '../../condition/fields/GoodsForm'
import { Percent } from '../../condition/fields/Percent'
import { said, under } from '../../condition/kind'
import { type Discounts, withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

/** Limits common to all discounts. */
export function DiscountsForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const discounts = doc.discounts ?? {}
  const set = (change: Partial<Discounts>) => onChange(withPart(doc, 'discounts', change))
  return (
    <Stack>
      <Percent
        label={t('maxLineBp')}
        value={discounts.maxLineBp ?? 10_000}
        needed
        onChange={(maxLineBp) => set({ maxLineBp })}
        error={said(problems, '/discounts/maxLineBp', words)}
      />
      <Radio.Group
        label={t('stacking')}
        value={discounts.stacking ?? 'REMAINING'}
        onChange={(next) => set({ stacking: next as Discounts['stacking'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="REMAINING" label={t('stacking.rest')} />
          <Radio value="GROSS" label={t('stacking.full')} />
        </Stack>
      </Radio.Group>
      <GoodsForm
        label={t('discountGoods')}
        value={discounts.goods}
        onChange={(goods) => set({ goods })}
        problems={under(problems, '/discounts/goods')}
        words={words}
      />
    </Stack>
  )
}
