import { Group, TextInput } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import { type Problem, said } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

type Names = { ru: string; en: string }
type Props = {
  value: Names
  onChange: (names: Names) => void
  problems: readonly Problem[]
  /** Where the names stand for the problems. */
  at: string
  words: Words
}

/** A name in both languages. */
export function NamesFields({ value, onChange, problems, at, words }: Props) {
  const t = useTexts(texts)
  const input = (language: 'ru' | 'en') => (
    <TextInput
      label={t(language)}
      maxLength={100}
      value={value?.[language] ?? ''}
      onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
      error={said(problems, `${at}/${language}`, words)}
    />
  )
  return (
    <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
      {input('ru')}
      {input('en')}
    </Group>
  )
}
