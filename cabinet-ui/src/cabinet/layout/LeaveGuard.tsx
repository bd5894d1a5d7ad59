import { useBlocker } from '@tanstack/react-router'
import { LeaveQuestion } from '@/base/dialog/LeaveQuestion'
import { isUnsaved } from '@/base/hooks/useUnsaved'

/** Asks before another page takes the place of one with unsaved work; what a page keeps in its own address is no other page. */
export function LeaveGuard() {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: false,
    withResolver: true,
  })
  return <LeaveQuestion opened={status === 'blocked'} onStay={() => reset?.()} onLeave={() => proceed?.()} />
}
