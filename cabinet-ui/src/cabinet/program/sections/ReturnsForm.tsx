import { Radio, Stack } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../../condition/fields/Whole'
import { said } from '../../condition/kind'
import { type Returns, withPart } from '../document/program'
import type { FormProps } from './SectionDialog'
import { texts } from './texts'

/** What a return takes back. */
export function ReturnsForm({ doc, onChange, problems, words }: FormProps) {
  const t = useTexts(texts)
  const returns = doc.returns ?? {}
  const set = (change: Partial<Returns>) => onChange(withPart(doc, 'returns', change))
  return (
    <Stack>
      <Radio.Group
        label={t('returnMode')}
        value={returns.mode ?? 'RECOMPUTE'}
        onChange={(next) => set({ mode: next as Returns['mode'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="RECOMPUTE" label={t('returnMode.exact')} />
          <Radio value="PROPORTIONAL" label={t('returnMode.part')} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('debt')}
        value={returns.debt ?? 'DEBT'}
        onChange={(next) => set({ debt: next as Returns['debt'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="DEBT" label={t('debt.below')} />
          <Radio value="WITHIN_BALANCE" label={t('debt.zero')} />
          <Radio value="ONLY_PENDING" label={t('debt.pending')} />
        </Stack>
      </Radio.Group>
      <Whole
        label={t('expiredGrace')}
        description={t('expiredGraceHint')}
        w="100%"
        value={returns.expiredGraceDays ?? 14}
        onChange={(expiredGraceDays) => set({ expiredGraceDays })}
        error={said(problems, '/returns/expiredGraceDays', words)}
      />
    </Stack>
  )
}
