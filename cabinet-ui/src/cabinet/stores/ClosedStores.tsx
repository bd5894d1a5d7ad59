import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useReopenStore } from '@/base/api/queries/stores'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Store = Schemas['Store']

/** Kept for their receipts; who may open stores opens one again. */
export function ClosedStores({ stores, opens }: { stores: ReadonlyArray<Store>; opens: boolean }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<Store>()
  if (stores.length === 0) return null
  return (
    <Panel title={t('closedStores')} hint={t('closedHint')}>
      {stores.map((store) => (
        <Group key={store.id} justify="space-between" gap="sm">
          <Text c="dimmed">{[store.name, store.address].filter(Boolean).join(' · ')}</Text>
          {opens && (
            <Button
              size="compact-md"
              variant="light"
              aria-label={t('reopenNamed', { store: store.name })}
              onClick={() => setAsked(store)}
            >
              {t('reopen')}
            </Button>
          )}
        </Group>
      ))}
      {asked && <Reopen store={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  )
}

function Reopen({ store, onClose }: { store: Store; onClose: () => void }) {
  const t = useTexts(texts)
  const reopen = useReopenStore()
  return (
    <ConfirmDialog
      opened
      title={t('reopenTitle', { store: store.name })}
      text={t('reopenText')}
      confirmLabel={t('reopen')}
      busy={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onConfirm={() =>
        reopen.mutate(store.id, {
          onSuccess: () => {
            toast.success(t('reopened'))
            onClose()
          },
        })
      }
    />
  )
}
