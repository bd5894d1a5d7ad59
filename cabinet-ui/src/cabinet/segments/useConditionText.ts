import { useTexts } from '@/base/i18n/texts'
import type { Condition } from '../condition/condition'
import { conditionSentence } from '../condition/sentence'
import { FACTS } from './facts/facts'
import { texts } from './texts'
import { useMemberWords } from './useMemberWords'

/** "if the tier is Gold and …", "all members". */
export function useConditionText(): (condition: Condition) => string {
  const t = useTexts(texts)
  const words = useMemberWords()
  return (condition) => {
    const what = conditionSentence(condition, FACTS, words)
    return what ? t('thoseWho', { what }) : t('allMembers')
  }
}
