import type { Schemas } from '@/base/api/client'
import { useLocalText } from '@/base/i18n/texts'
import classes from '../base/Program.module.css'

/** What changed, in words. */
export function Changes({ of, more }: { of: Pick<Schemas['ProgramDiff'], 'changes' | 'truncated'>; more: string }) {
  const text = useLocalText()
  return (
    // A long list is scrolled by the keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls
    <ul className={classes.changes} tabIndex={0}>
      {of.changes.map((one) => (
        <li key={one.pointer + one.kind}>{text(one.text)}</li>
      ))}
      {of.truncated && <li>{more}</li>}
    </ul>
  )
}
