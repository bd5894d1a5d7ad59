import type { Schemas } from '@/base/api/client'
import { useCloseMerchant } from '@/base/api/queries/operator'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { merchant: Schemas['Merchant']; onClose: () => void }

/** Asks before a shop is closed, or opened again. */
export function CloseDialog({ merchant, onClose }: Props) {
  const t = useTexts(texts)
  const change = useCloseMerchant(merchant.merchantId)
  const closing = !merchant.disabledAt
  return (
    <ConfirmDialog
      opened
      title={t(closing ? 'closeTitle' : 'reopenTitle', { name: merchant.name })}
      text={t(closing ? 'closeText' : 'reopenText')}
      confirmLabel={t(closing ? 'close' : 'reopen')}
      danger={closing}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={() =>
        change.mutate(closing, {
          onSuccess: () => {
            toast.success(t(closing ? 'closed' : 'reopened'))
            onClose()
          },
        })
      }
    />
  )
}
