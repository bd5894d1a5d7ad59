import classes from './Condition.module.css'
import { type Problem, said } from './kind'
import type { Words } from './words'

/** What is wrong with a whole, below it. */
export function Said({ problems, words }: { problems: readonly Problem[]; words: Words }) {
  const text = said(problems, '', words)
  return text ? (
    <p className={classes.said} role="alert">
      {text}
    </p>
  ) : null
}
