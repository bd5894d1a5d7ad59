import { List } from '@mantine/core'
import { useMoveStores, useStores } from '@/base/api/queries/stores'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { from: string; to: string; onClose: () => void }

/** A shop that moved to another zone may have stores that did not: asked, never done by itself. */
export function MoveStores({ from, to, onClose }: Props) {
  const t = useTexts(texts)
  const move = useMoveStores()
  const stores = (useStores().data?.items ?? []).filter((store) => store.zone === from && !store.closed)
  if (stores.length === 0) return null
  return (
    <ConfirmDialog
      title={t('moveStoresTitle')}
      text={t('moveStoresText')}
      confirmLabel={t('moveStores')}
      cancelLabel={t('moveStoresNot')}
      busy={move.isPending}
      error={move.error}
      onClose={onClose}
      onConfirm={() => move.mutate({ stores, zone: to }, { onSuccess: onClose })}
    >
      <List>
        {stores.map((store) => (
          <List.Item key={store.id}>{store.name}</List.Item>
        ))}
      </List>
    </ConfirmDialog>
  )
}
