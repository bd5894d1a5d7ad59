import { Button, Group, Text } from '@mantine/core'
import { IconCashRegister, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCloseStore } from '@/base/api/queries/stores'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useHoursText } from '@/base/format/hours'
import { useFormat } from '@/base/format/useFormat'
import { zoneName } from '@/base/format/zones'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { useMay } from '../layout/currentSession'
import { Cashiers } from './Cashiers'
import { NewRegisterDialog } from './NewRegisterDialog'
import { KeyBadge, RegisterMenu } from './RegisterMenu'
import { StoreDialog } from './StoreDialog'
import { texts } from './texts'

type Store = Schemas['Store']
type Register = Store['registers'][number]

type Props = {
  store: Store
  /** Known to who may change them. */
  cashiers: Array<Schemas['Cashier']> | undefined
}

export function StorePanel({ store, cashiers }: Props) {
  const registers = useMay('REGISTERS')
  const t = useTexts(texts)
  const locale = useLocale()
  const hours = useHoursText(store.hours)
  const place = [store.address, hours, zoneName(store.zone, locale, new Date())].filter(Boolean).join(' · ')
  return (
    <Panel flush title={store.name} hint={place} actions={registers && <StoreActions store={store} />}>
      <Registers store={store} changes={registers} />
      {cashiers && <Cashiers store={store} cashiers={cashiers} />}
      {store.registers.length === 0 && !registers && (
        <EmptyState icon={IconCashRegister} title={t('noRegisters')} text="" />
      )}
    </Panel>
  )
}

function StoreActions({ store }: { store: Store }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<'add' | 'change' | 'close' | null>(null)
  const done = () => setAsked(null)
  return (
    <Group gap="xs">
      <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsked('add')}>
        {t('addRegister')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        aria-label={t('changeStore', { store: store.name })}
        onClick={() => setAsked('change')}
      >
        {t('change')}
      </Button>
      {useMay('STORES_OPEN') && (
        <Button
          variant="subtle"
          color="red"
          aria-label={t('closeStoreNamed', { store: store.name })}
          onClick={() => setAsked('close')}
        >
          {t('closeStore')}
        </Button>
      )}
      {asked === 'add' && <NewRegisterDialog store={store} onClose={done} />}
      {asked === 'change' && <StoreDialog store={store} zone={store.zone} onClose={done} />}
      {asked === 'close' && <CloseDialog store={store} onClose={done} />}
    </Group>
  )
}

function CloseDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const t = useTexts(texts)
  const close = useCloseStore()
  const count = store.registers.filter((register) => !register.revoked).length
  return (
    <ConfirmDialog
      opened
      title={t('closeStoreTitle', { store: store.name })}
      text={count > 0 ? `${t('closeStoreRegisters', { count })} ${t('closeStoreText')}` : t('closeStoreText')}
      confirmLabel={t('closeStore')}
      danger
      busy={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={() =>
        close.mutate(store.id, {
          onSuccess: () => {
            toast.success(t('storeClosed'))
            onClose()
          },
        })
      }
    />
  )
}

function Registers({ store, changes }: { store: Store; changes: boolean }) {
  const t = useTexts(texts)
  const f = useFormat(store.zone)
  const seen = (register: Register) => (register.lastSeenAt ? f.dateTime(register.lastSeenAt) : t('never'))
  const menu = (register: Register) => changes && !register.revoked && <RegisterMenu register={register} />
  const columns: Array<Column<Register>> = [
    { id: 'name', header: t('register'), cell: (register) => <b>{register.name}</b> },
    { id: 'state', header: t('state'), cell: (register) => <KeyBadge revoked={register.revoked} /> },
    { id: 'seen', header: t('lastSeen'), cell: seen },
  ]
  if (changes) columns.push({ id: 'actions', header: t('actions'), align: 'right', cell: menu })
  return (
    <DataTable
      label={store.name}
      columns={columns}
      rows={store.registers}
      rowKey={(register) => register.id}
      empty={changes && <EmptyState icon={IconCashRegister} title={t('noRegisters')} text={t('noRegistersText')} />}
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
          {menu(register)}
        </Group>
      )}
    />
  )
}
