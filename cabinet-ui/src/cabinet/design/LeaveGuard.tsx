import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** Nobody loses an evening's work to a click in the menu: asks, and lets the browser ask when the tab is closed. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useTexts(texts)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      title={t('leaveTitle')}
      text={t('leaveText')}
      confirmLabel={t('leave')}
      danger
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
    />
  )
}
