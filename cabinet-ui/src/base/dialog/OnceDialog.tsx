import type { ReactNode } from 'react'
import { useUnsaved } from '../hooks/useUnsaved'
import { Sheet } from './Sheet'

type Props = { title: ReactNode; children: ReactNode }

/** Shows what nobody can see again: only a button of its own closes it, never Escape, a click beside it or a closed tab. */
export function OnceDialog({ title, children }: Props) {
  useUnsaved(true)
  return (
    <Sheet title={title} onClose={() => {}} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      {children}
    </Sheet>
  )
}
