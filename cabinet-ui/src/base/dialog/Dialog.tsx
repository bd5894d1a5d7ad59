import { useState } from 'react'
import { useUnsaved } from '../hooks/useUnsaved'
import { LeaveQuestion } from './LeaveQuestion'
import { Sheet, type SheetProps } from './Sheet'
import { useTyped } from './useTyped'

type Props = SheetProps & {
  /** What was filled in is not sent yet; not said: the fields of the forms inside are looked at. */
  unsaved?: boolean
}

/** A dialog. Escape, a click beside it and its cross ask first when what was typed would be lost; its own buttons do not. */
export function Dialog({ unsaved, children, onClose, closeOnEscape = true, ...props }: Props) {
  const [asking, setAsking] = useState(false)
  const { inside, typed } = useTyped()
  const isUnsaved = () => unsaved ?? typed()
  useUnsaved(isUnsaved)
  return (
    <>
      <Sheet
        {...props}
        closeOnEscape={closeOnEscape && !asking}
        onClose={() => (isUnsaved() ? setAsking(true) : onClose())}
      >
        <div {...inside}>{children}</div>
      </Sheet>
      {/* Not in the page before: it would hear the very Escape that it asks about. */}
      {asking && <LeaveQuestion onStay={() => setAsking(false)} onLeave={onClose} />}
    </>
  )
}
