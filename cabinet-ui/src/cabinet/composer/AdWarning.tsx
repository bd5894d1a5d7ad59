import { Text } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { adWord } from './adWords'
import { texts } from './texts'

/** Of a text that nobody's consent to advertising is asked for: which word makes it one. Said, not refused. */
export function AdWarning({ text }: { text: string }) {
  const t = useTexts(texts)
  const word = adWord(text)
  return (
    <div role="status">
      {word && (
        <Text size="sm" c="var(--k-bonus-text)">
          {t('adWord', { word })}
        </Text>
      )}
    </div>
  )
}
