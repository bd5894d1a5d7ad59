import { Button, Group, Text, Title } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useRevokeCashier } from '@/base/api/queries/stores'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Cashiers.module.css'
import { texts } from './cashierTexts'
import { ChangePinDialog, NewCashierDialog } from './PinDialog'

type Cashier = Schemas['Cashier']
type Props = { store: Schemas['Store']; cashiers: readonly Cashier[] }

/** Who signs in on a store's registers: made, given a new PIN and removed by the owner. */
export function Cashiers({ store, cashiers }: Props) {
  const t = useTexts(texts)
  const revoke = useRevokeCashier()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Cashier | null>(null)
  const [leaving, setLeaving] = useState<Cashier | null>(null)

  return (
    <section className={classes.cashiers} aria-label={`${t('cashiers')}: ${store.name}`}>
      <Group justify="space-between" gap="sm">
        <Title order={3}>{t('cashiers')}</Title>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {cashiers.length > 0 ? t('cashiersHint') : t('none')}
      </Text>
      <ul className={classes.list}>
        {cashiers.map((cashier) => (
          <CashierRow
            key={cashier.id}
            cashier={cashier}
            zone={store.zone}
            onNewPin={() => setChanging(cashier)}
            onDismiss={() => setLeaving(cashier)}
          />
        ))}
      </ul>
      {adding && <NewCashierDialog store={store} onClose={() => setAdding(false)} />}
      {changing && <ChangePinDialog cashier={changing} onClose={() => setChanging(null)} />}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('dismissTitle', { name: leaving?.name ?? '' })}
        text={t('dismissText')}
        confirmLabel={t('dismiss')}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setLeaving(null)}
        onConfirm={() =>
          leaving &&
          revoke.mutate(leaving.id, {
            onSuccess: () => {
              toast.success(t('dismissed'))
              setLeaving(null)
            },
          })
        }
      />
    </section>
  )
}

type RowProps = { cashier: Cashier; zone: string; onNewPin: () => void; onDismiss: () => void }

function CashierRow({ cashier, zone, onNewPin, onDismiss }: RowProps) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  return (
    <li className={classes.row}>
      <div>
        <Text fw={650} className={classes.name}>
          {cashier.name}
        </Text>
        <Text size="sm" c={cashier.lockedUntil ? 'var(--k-danger-text)' : 'dimmed'}>
          {cashier.lockedUntil
            ? t('locked', { time: f.time(cashier.lockedUntil) })
            : cashier.lastSeenAt
              ? t('seen', { date: f.dateTime(cashier.lastSeenAt) })
              : t('neverSeen')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={onNewPin}>
          {t('newPin')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      </Group>
    </li>
  )
}
