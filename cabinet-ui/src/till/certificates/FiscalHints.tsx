import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** The tag whose value is a sum. */
const OFFSET = 1215

/** What has to stand on the fiscal receipt, for who prints it by another program. */
export function FiscalHints({ hints }: { hints: Schemas['FiscalHint'][] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {t('fiscal')}:{' '}
      {hints
        .map(({ tag, value, text: words }) => {
          const what = text(words)
          const name = t('tag', { tag })
          return tag === OFFSET ? `${what} ${f.money(value)} (${name})` : `${what} (${name} = ${value})`
        })
        .join('; ')}
    </Text>
  )
}
