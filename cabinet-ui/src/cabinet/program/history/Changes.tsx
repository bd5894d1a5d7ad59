import type { Schemas } from '@/base/api/client'
import classes from '../base/Program.module.css'
import { useChangeText } from './useChangeText'

/** What changed, in words. */
export function Changes({ of, more }: { of: Pick<Schemas['ProgramDiff'], 'changes' | 'truncated'>; more: string }) {
  const say = useChangeText()
  return (
    // A long list is scrolled by the keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls
    <ul className={classes.changes} tabIndex={0}>
      {of.changes.map((one) => (
        <li key={one.pointer + one.kind}>{say(one)}</li>
      ))}
      {of.truncated && <li>{more}</li>}
    </ul>
  )
}
