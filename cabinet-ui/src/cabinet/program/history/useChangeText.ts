import type { Schemas } from '@/base/api/client'
import { useProgram } from '@/base/api/queries/program'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Condition } from '../../condition/condition'
import { conditionSentence } from '../../condition/sentence'
import { RULE_CONDITIONS } from '../../rule/conditions/kinds'
import type { Rule } from '../../rule/document/rule'
import { effectSentence, ruleSentence } from '../../rule/ruleSentence'
import { useProgramWords } from '../../rule/useProgramWords'
import { texts } from '../base/texts'

type Change = Schemas['ProgramChange']

/** A whole rule or a whole part of it that came or changed is told by the sentences of the page, the rest as the service says it. */
export function useChangeText(): (change: Change) => string {
  const t = useTexts(texts)
  const text = useLocalText()
  const words = useProgramWords(useProgram().data?.program)
  return ({ pointer, kind, before, after, subject, text: said }) => {
    const [, list, , part, ...deeper] = pointer.split('/')
    if (list !== 'rules' || !subject || deeper.length > 0) return text(said)
    const name = text(subject.name)
    if (kind === 'ADDED' && !part) return t('ruleAdded', { name, sentence: ruleSentence(after as Rule, words) })
    if (kind !== 'CHANGED') return text(said)
    if (part === 'when') {
      const when = (value: unknown) => conditionSentence(value as Condition, RULE_CONDITIONS, words) || t('ruleAlways')
      return t('ruleWhen', { name, before: when(before), after: when(after) })
    }
    if (part === 'then') {
      // biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
      const effect = (value: unknown) => effectSentence({ then: value } as Rule, words)
      return t('ruleThen', { name, before: effect(before), after: effect(after) })
    }
    return text(said)
  }
}
