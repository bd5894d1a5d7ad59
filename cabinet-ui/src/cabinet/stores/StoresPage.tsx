import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconBuildingStore, IconCashRegister, IconExternalLink, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useSession } from '@/base/api/queries/session'
import { useCashiers, useRevokeRegister, useStores } from '@/base/api/queries/stores'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { Cashiers } from './Cashiers'
import { NewRegisterDialog } from './NewRegisterDialog'
import { TillRules } from './TillRules'
import { texts } from './texts'

type Store = Schemas['Store']
type Register = Store['registers'][number]

export default function StoresPage() {
  const t = useTexts(texts)
  const stores = useStores()
  const owner = useSession().data?.role === 'OWNER'
  const cashiers = useCashiers(owner)
  const [adding, setAdding] = useState<Store | null>(null)
  const [revoking, setRevoking] = useState<Register | null>(null)
  const revoke = useRevokeRegister()

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <Button component="a" href="/till" variant="default" leftSection={<IconExternalLink size={18} aria-hidden />}>
            {t('openTill')}
          </Button>
        }
      />
      <Stack gap="md">
        {stores.error && <ErrorNote error={stores.error} onRetry={() => void stores.refetch()} />}
        {stores.isPending && <Skeleton h={220} radius="lg" />}
        {stores.data?.items.length === 0 && (
          <Panel>
            <EmptyState icon={IconBuildingStore} title={t('noStores')} />
          </Panel>
        )}
        {stores.data?.items.map((store) => (
          <StorePanel
            key={store.id}
            store={store}
            cashiers={cashiers.data?.items.filter((cashier) => cashier.storeId === store.id)}
            onAdd={() => setAdding(store)}
            onRevoke={setRevoking}
          />
        ))}
        {cashiers.error && <ErrorNote error={cashiers.error} onRetry={() => void cashiers.refetch()} />}
        {owner && <TillRules />}
      </Stack>
      {adding && <NewRegisterDialog store={adding} onClose={() => setAdding(null)} />}
      <ConfirmDialog
        opened={revoking !== null}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        text={t('revokeText')}
        confirmLabel={t('revoke')}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setRevoking(null)}
        onConfirm={() =>
          revoking &&
          revoke.mutate(revoking.id, {
            onSuccess: () => {
              toast.success(t('revokedDone'))
              setRevoking(null)
            },
          })
        }
      />
    </>
  )
}

type PanelProps = {
  store: Store
  /** Known to the owner only. */
  cashiers: Array<Schemas['Cashier']> | undefined
  onAdd: () => void
  onRevoke: (r: Register) => void
}

function StorePanel({ store, cashiers, onAdd, onRevoke }: PanelProps) {
  const t = useTexts(texts)
  const f = useFormat(store.zone)
  const seen = (register: Register) => (register.lastSeenAt ? f.dateTime(register.lastSeenAt) : t('never'))
  const revokeButton = (register: Register) =>
    !register.revoked && (
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => onRevoke(register)}>
        {t('revoke')}
      </Button>
    )
  const columns: ReadonlyArray<Column<Register>> = [
    { id: 'name', header: t('register'), cell: (register) => <b>{register.name}</b> },
    { id: 'state', header: t('state'), cell: (register) => <KeyBadge revoked={register.revoked} /> },
    { id: 'seen', header: t('lastSeen'), cell: seen },
    { id: 'actions', header: t('actions'), align: 'right', cell: revokeButton },
  ]
  return (
    <Panel
      flush
      title={store.name}
      hint={store.zone}
      actions={
        <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
          {t('addRegister')}
        </Button>
      }
    >
      <DataTable
        label={store.name}
        columns={columns}
        rows={store.registers}
        rowKey={(register) => register.id}
        empty={<EmptyState icon={IconCashRegister} title={t('noRegisters')} text={t('noRegistersText')} />}
        mobile={(register) => (
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Group gap="xs">
                <b>{register.name}</b>
                <KeyBadge revoked={register.revoked} />
              </Group>
              <Text size="sm" c="dimmed">
                {seen(register)}
              </Text>
            </div>
            {revokeButton(register)}
          </Group>
        )}
      />
      {cashiers && <Cashiers store={store} cashiers={cashiers} />}
    </Panel>
  )
}

function KeyBadge({ revoked }: { revoked: boolean }) {
  const t = useTexts(texts)
  return revoked ? <Badge color="gray">{t('revoked')}</Badge> : <Badge>{t('active')}</Badge>
}
