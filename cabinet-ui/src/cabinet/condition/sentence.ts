import { type Condition, isGroup, isNot } from './condition'
import type { Kind } from './kind'
import { texts } from './texts'
import type { Words } from './words'

/** The whole tree as one clause; empty where there is no condition. */
export function conditionSentence(
  value: Condition | null | undefined,
  kinds: readonly Kind[],
  words: Words,
  inner = false,
): string {
  if (!value || value.type === 'always') return ''
  if (isNot(value)) {
    const kind = kinds.find((one) => one.type === value.of.type)
    return (
      kind?.opposite?.(value.of, words) ??
      words.say(texts.not, { what: conditionSentence(value.of, kinds, words, true) })
    )
  }
  if (!isGroup(value)) {
    const kind = kinds.find((one) => one.type === value.type)
    return kind ? kind.sentence(value, words) : words.say(texts.unknown)
  }
  const clauses = value.of.map((one) => conditionSentence(one, kinds, words, value.of.length > 1)).filter(Boolean)
  const by = words.say(value.type === 'all' ? texts.and : texts.or)
  const joined = clauses.join(` ${by} `)
  return inner && clauses.length > 1 ? `(${joined})` : joined
}
