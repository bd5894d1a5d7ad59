import { Stack, Text } from '@mantine/core'
import { IconReceiptOff } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from '../base/Program.module.css'
import { Figures } from './Figures'
import { texts } from './resultTexts'
import { Tiers } from './Tiers'
import { TopReceipts } from './TopReceipts'
import { isEmpty, verdict } from './verdict'
import own from './WhatIf.module.css'

type Props = { result: Schemas['WhatIfResult']; bonusValueBp: number }

/** What would have come of it: first in words, then figures, tiers and receipts. */
export function Result({ result, bonusValueBp }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  if (isEmpty(result)) {
    return (
      <Panel>
        <EmptyState icon={IconReceiptOff} title={t('empty')} text={t('emptyText')} />
      </Panel>
    )
  }
  return (
    <Stack gap="md">
      <Panel title={t('result')}>
        <ul className={own.verdict}>
          {verdict(result, t, f).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <Text size="sm" c="dimmed" mt="sm">
          {t('assumption')}
        </Text>
      </Panel>
      {result.receipts > 0 && <Figures result={result} bonusValueBp={bonusValueBp} />}
      {result.tiers && result.tiers.items.length > 0 && <Tiers of={result.tiers} />}
      {result.receipts > 0 && <TopReceipts result={result} />}
      {result.refusals.count > 0 && <Refused of={result.refusals} />}
    </Stack>
  )
}

function Refused({ of }: { of: Props['result']['refusals'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat()
  return (
    <Panel title={t('refused')}>
      <ul className={classes.sentences}>
        {of.items.map((one) => (
          <li key={one.code}>{t('refusedItem', { text: text(one.text), count: f.number(one.count) })}</li>
        ))}
      </ul>
    </Panel>
  )
}
