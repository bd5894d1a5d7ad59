import { useTexts } from '../i18n/texts'
import { ConfirmDialog } from './ConfirmDialog'
import { texts } from './texts'

type Props = { opened?: boolean | undefined; onStay: () => void; onLeave: () => void }

/** Asked before what was typed and not saved is lost. */
export function LeaveQuestion({ opened, onStay, onLeave }: Props) {
  const t = useTexts(texts)
  return (
    <ConfirmDialog
      opened={opened}
      title={t('leaveTitle')}
      text={t('leaveText')}
      cancelLabel={t('stay')}
      confirmLabel={t('leave')}
      danger
      stays
      onClose={onStay}
      onConfirm={onLeave}
    />
  )
}
