import { ApiError } from '@/base/api/problem'
import { useTexts } from '@/base/i18n/texts'
import { ConditionEditor } from '../condition/ConditionEditor'
import type { Condition } from '../condition/condition'
import type { Problem } from '../condition/kind'
import { FACTS } from './facts/facts'
import { texts } from './texts'
import { useMemberWords } from './useMemberWords'

type Props = { value: Condition; onChange: (value: Condition) => void; error: unknown }

/** A condition over members in forms, with what the service said of it at its places. */
export function MembersWhen({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const words = useMemberWords()
  return (
    <ConditionEditor
      label={t('when')}
      none={t('everybody')}
      kinds={FACTS}
      value={value}
      onChange={onChange}
      words={words}
      problems={problemsOf(error)}
    />
  )
}

function problemsOf(error: unknown): Problem[] {
  if (!isConditionError(error)) return []
  return error.fields.map(({ field, detail }) => ({
    pointer: field,
    severity: 'ERROR',
    text: { ru: detail, en: detail },
  }))
}

export function isConditionError(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'CONDITION_INVALID'
}
