import { Button, Group, Stack, Textarea } from '@mantine/core'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTexts } from '@/base/i18n/texts'
import { smsParts, withoutBraces } from './smsParts'
import { texts } from './texts'

/** What may be each member's own; the names are the service's, too. */
const FACTS = [
  ['insertName', 'wordsName'],
  ['insertBonuses', 'wordsBonuses'],
  ['insertExpiring', 'wordsExpiring'],
] as const

export const MAX_TEXT = 500
/** What a lock screen shows of a notice before it is opened; phones differ a little. */
const LOCK_SCREEN = 150

/** Words put behind a text, with a space between where there is none. */
export const glued = (text: string, words: string) => (/[^\s(«“]$/.test(text) ? `${text} ${words}` : `${text}${words}`)

type Props = {
  text: string
  field: UseFormRegisterReturn
  error: string | undefined
  /** What else may be mentioned: what the button says, and the words in braces. */
  more?: ReadonlyArray<readonly [label: string, words: string]>
  /** Stands behind the text, and is counted. */
  tail?: string
  /** Whether it may leave as a text message, which is paid for by parts. */
  sms?: boolean
  /** Adds to the end of what is written. */
  onInsert: (words: string) => void
}

/** What is written to people, with its length. */
export function MessageText({ text, field, error, more = [], tail = '', sms = false, onInsert }: Props) {
  const t = useTexts(texts)
  return (
    <Stack gap={6}>
      <Textarea
        label={t('text')}
        size="md"
        autosize
        minRows={3}
        maxLength={MAX_TEXT}
        placeholder={t('textPlaceholder')}
        {...field}
        error={error}
        description={
          <Group justify="space-between" component="span" gap="sm">
            <span>{text.length > LOCK_SCREEN ? t('long', { count: LOCK_SCREEN }) : ''}</span>
            <span>
              {sms && text && `${t('parts', { count: smsParts(withoutBraces(text) + tail) })} · `}
              {t('counter', { count: text.length, max: MAX_TEXT })}
            </span>
          </Group>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Group gap={6}>
        {FACTS.map(([fact, words]) => (
          <Button key={fact} size="compact-sm" variant="light" onClick={() => onInsert(`{${t(words)}}`)}>
            {t(fact)}
          </Button>
        ))}
        {more.map(([label, words]) => (
          <Button key={words} size="compact-sm" variant="light" onClick={() => onInsert(`{${words}}`)}>
            {label}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
