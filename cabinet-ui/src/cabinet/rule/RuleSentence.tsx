import type { Program, Rule } from './document/rule'
import { ruleSentence } from './ruleSentence'
import { useProgramWords } from './useProgramWords'

type Props = { rule: Rule; program: Program | null | undefined }

/** One rule in the reader's language. */
export function RuleSentence({ rule, program }: Props) {
  return <>{ruleSentence(rule, useProgramWords(program))}</>
}
