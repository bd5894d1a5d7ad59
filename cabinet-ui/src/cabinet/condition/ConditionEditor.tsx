import { useTexts } from '@/base/i18n/texts'
import { ConditionList } from './ConditionList'
import { ALWAYS, type Condition } from './condition'
import type { Kind, Problem } from './kind'
import { texts } from './texts'
import type { Words } from './words'

type Props = {
  value: Condition | null | undefined
  onChange: (value: Condition) => void
  kinds: readonly Kind[]
  words: Words
  /** Pointers begin at the value. */
  problems?: readonly Problem[]
  /** What stands there while nothing is asked for. */
  none?: string
  label?: string
}

/** Conditions in forms: a flat list by default, groups and opposites for who wants them. */
export function ConditionEditor({ value, onChange, kinds, words, problems = [], none, label }: Props) {
  const t = useTexts(texts)
  return (
    <ConditionList
      label={label ?? t('conditions')}
      none={none ?? t('none')}
      value={value ?? ALWAYS}
      onChange={onChange}
      kinds={kinds}
      words={words}
      problems={problems}
      depth={0}
    />
  )
}
