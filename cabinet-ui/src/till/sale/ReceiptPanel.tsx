import { Group, SegmentedControl, Title } from '@mantine/core'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { GoodsEntry, type GoodsOf } from './GoodsEntry'
import type { Entry } from './sale'
import { TotalEntry } from './TotalEntry'
import { texts } from './texts'
import type { Till } from './useTill'

export function ReceiptPanel({ till, ...goods }: { till: Till } & GoodsOf) {
  const t = useTexts(texts)
  return (
    <Panel aria-label={t('receipt')}>
      <Group justify="space-between" mb="md" gap="sm">
        <Title order={2}>{t('receipt')}</Title>
        <SegmentedControl
          aria-label={t('entryMode')}
          value={till.sale.entry}
          onChange={(value) => till.dispatch({ type: 'entry', entry: value as Entry })}
          data={[
            { value: 'goods', label: t('byGoods') },
            { value: 'total', label: t('byTotal') },
          ]}
        />
      </Group>
      {till.sale.entry === 'goods' ? <GoodsEntry till={till} {...goods} /> : <TotalEntry till={till} />}
    </Panel>
  )
}
