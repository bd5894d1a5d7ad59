import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useQuarterResult } from '@/base/api/queries/results'
import { useTexts } from '@/base/i18n/texts'
import { Brought } from '../campaigns/BroughtPanel'
import { useMay } from '../layout/currentSession'
import { texts } from './texts'

/** What all messages of a quarter brought together, beside those whom the shop never writes to. */
export function QuarterPanel() {
  const t = useTexts(texts)
  const [back, setBack] = useState(0)
  const { data } = useQuarterResult(back, useMay('CAMPAIGNS'))
  // Without a global hold-out there is nothing to compare.
  if (!data || (back === 0 && data.result.holdOutPercent === 0)) return null
  const [year, quarter] = data.quarter.split('-')
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('quarter')}
        style={{ alignSelf: 'flex-start' }}
        value={String(back)}
        onChange={(next) => setBack(Number(next))}
        data={[
          { value: '0', label: t('thisQuarter') },
          { value: '1', label: t('lastQuarter') },
        ]}
      />
      <Brought
        title={t('quarterBrought', { quarter: quarter ?? '', year: year ?? '' })}
        hint={t('quarterHint')}
        result={data.result}
      />
    </Stack>
  )
}
