import { Button, Skeleton, Stack } from '@mantine/core'
import { IconBuildingStore, IconExternalLink, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useCashiers, useStores } from '@/base/api/queries/stores'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ClosedStores } from './ClosedStores'
import { StoreDialog } from './StoreDialog'
import { StorePanel } from './StorePanel'
import { TillRules } from './TillRules'
import { texts } from './texts'

/** Stores with their registers; most roles look at them. */
export default function StoresPage() {
  const t = useTexts(texts)
  const stores = useStores()
  const session = useCurrentSession()
  const opens = useMay('STORES_OPEN')
  const rules = useMay('TILL_RULES')
  const cashiers = useCashiers(useMay('CASHIERS'))
  const [adding, setAdding] = useState(false)
  const all = stores.data?.items
  const open = all?.filter((store) => !store.closed)

  return (
    <>
      <PageHeader title={t('title')} hint={opens && t('hint')} actions={<Actions onAdd={opens && setAdding} />} />
      <Stack gap="md">
        {stores.error && <ErrorNote error={stores.error} onRetry={() => void stores.refetch()} />}
        {stores.isPending && <Skeleton h={220} radius="lg" />}
        {open?.length === 0 && (
          <Panel>
            <EmptyState icon={IconBuildingStore} title={t('noStores')} />
          </Panel>
        )}
        {open?.map((store) => (
          <StorePanel
            key={store.id}
            store={store}
            cashiers={cashiers.data?.items.filter((cashier) => cashier.storeId === store.id)}
          />
        ))}
        {cashiers.error && <ErrorNote error={cashiers.error} onRetry={() => void cashiers.refetch()} />}
        {all && <ClosedStores stores={all.filter((store) => store.closed)} opens={opens} />}
        {rules && <TillRules />}
      </Stack>
      {adding && <StoreDialog zone={session.zone ?? ''} onClose={() => setAdding(false)} />}
    </>
  )
}

function Actions({ onAdd }: { onAdd: false | ((adding: boolean) => void) }) {
  const t = useTexts(texts)
  return (
    <>
      <Button component="a" href="/till" variant="default" leftSection={<IconExternalLink size={18} aria-hidden />}>
        {t('openTill')}
      </Button>
      {onAdd && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onAdd(true)}>
          {t('addStore')}
        </Button>
      )}
    </>
  )
}
