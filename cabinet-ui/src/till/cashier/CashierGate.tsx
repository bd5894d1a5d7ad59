import { Center, Loader } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Schemas } from '@/base/api/client'
import { NetworkError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { type CashierSession, cashierSession } from '../api/cashierSession'
import { useCashiers } from '../api/queries'
import { register } from '../api/registerClient'
import { CashierSignIn } from './CashierSignIn'
import { texts } from './texts'

/** What the workplace knows about who works at it. */
export type Duty = {
  cashier: CashierSession | null
  /** The sign-in is on the screen: the workplace keeps its receipt, unseen. */
  locked: boolean
  /** Whether this store has cashiers at all. */
  known: boolean
  /** Leaves; the next one, or the same, signs in. */
  lock: () => void
}

type Props = { info: Schemas['RegisterInfo']; onSignOut: () => void; children: (duty: Duty) => ReactNode }

/** Asks for a cashier where the store has some; the receipt in hand survives a lock. */
export function CashierGate({ info, onSignOut, children }: Props) {
  const t = useTexts(texts)
  const cashiers = useCashiers()
  const cashier = useSyncExternalStore(cashierSession.subscribe, cashierSession.get)
  const [without, setWithout] = useState(false)
  const people = cashiers.data?.items ?? []
  const wanted = info.cashierRequired || people.length > 0
  // A till that is paired must work when the list cannot be fetched, unless a PIN is wanted.
  const unreachable = cashiers.error instanceof NetworkError && !info.cashierRequired
  const open = cashier !== null || (cashiers.isSuccess && !wanted) || (!info.cashierRequired && without) || unreachable
  const [opened, setOpened] = useState(open)
  if (open && !opened) setOpened(true)

  const { refetch } = cashiers
  const lock = useCallback(() => {
    const session = cashierSession.get()
    if (session) void register.signOutCashier(session.session).catch(() => {})
    cashierSession.clear()
    setWithout(false)
  }, [])
  // Whoever comes next sees who is locked or gone by now.
  useEffect(() => {
    if (!cashier) void refetch({ cancelRefetch: false })
  }, [cashier, refetch])

  return (
    <>
      {opened && <div hidden={!open}>{children({ cashier, locked: !open, known: people.length > 0, lock })}</div>}
      {!open &&
        (cashiers.data ? (
          <CashierSignIn
            people={people}
            required={info.cashierRequired ?? false}
            place={`${info.storeName} · ${info.registerName}`}
            zone={info.zone}
            onWithout={() => setWithout(true)}
            onSignOut={onSignOut}
          />
        ) : (
          <PlainShell>
            {cashiers.error ? (
              <ErrorNote error={cashiers.error} onRetry={() => void cashiers.refetch()} />
            ) : (
              <Center mih="50vh">
                <Loader role="status" aria-label={t('loading')} />
              </Center>
            )}
          </PlainShell>
        ))}
    </>
  )
}
