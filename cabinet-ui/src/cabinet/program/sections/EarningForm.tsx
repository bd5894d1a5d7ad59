import { Group, Radio, Stack, Switch } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { GoodsForm } from '../../condition/fields/GoodsForm'
import { said, under } from '../../condition/kind'
import { type Earning, withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

/** What is common to all earning. */
export function EarningForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const earning = doc.earning ?? {}
  const set = (change: Partial<Earning>) => onChange(withPart(doc, 'earning', change))
  return (
    <Stack>
      <Radio.Group
        label={t('whenSpending')}
        value={earning.whenSpending ?? 'ON_MONEY'}
        onChange={(next) => set({ whenSpending: next as Earning['whenSpending'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="ON_MONEY" label={t('whenSpending.money')} />
          <Radio value="NOTHING" label={t('whenSpending.nothing')} />
        </Stack>
      </Radio.Group>
      <Switch
        label={t('earnOnDiscounted')}
        checked={earning.onDiscounted !== false}
        onChange={(event) => set({ onDiscounted: event.currentTarget.checked })}
      />
      <Group gap="sm" align="flex-start" grow>
        <AmountInput
          label={t('roundTo')}
          value={earning.roundTo ?? 100}
          onChange={(roundTo) => set({ roundTo })}
          error={said(problems, '/earning/roundTo', words)}
        />
        <AmountInput
          label={t('maxPerReceipt')}
          placeholder={t('noLimit')}
          value={earning.maxPerReceipt || undefined}
          onChange={(next) => set({ maxPerReceipt: next ?? 0 })}
          error={said(problems, '/earning/maxPerReceipt', words)}
        />
      </Group>
      <GoodsForm
        label={t('earnGoods')}
        value={earning.goods}
        onChange={(goods) => set({ goods })}
        problems={under(problems, '/earning/goods')}
        words={words}
      />
    </Stack>
  )
}
