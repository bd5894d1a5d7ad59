import { Center, Loader } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PlainShell } from '@/base/components/PlainShell'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { cashierSession } from './api/cashierSession'
import { useWhoAmI } from './api/queries'
import { register } from './api/registerClient'
import { registerKey } from './api/registerKey'
import { CashierGate } from './cashier/CashierGate'
import { SignIn } from './SignIn'
import { texts } from './texts'
import { Workplace } from './Workplace'

/** Signs the till in with its register's key, then shows the workplace. */
export function TillApp() {
  const t = useTexts(texts)
  const text = useLocalText()
  const client = useQueryClient()
  const [key, setKey] = useState(registerKey.get)
  const me = useWhoAmI(key)

  function signIn(value: string, remember: boolean) {
    registerKey.set(value, remember)
    setKey(value)
    if (value === key) void me.refetch()
  }

  function signOut() {
    const session = cashierSession.get()
    if (session) void register.signOutCashier(session.session).catch(() => {})
    cashierSession.clear()
    registerKey.clear()
    setKey(null)
    client.clear()
  }

  if (key === null) return <SignIn onSignIn={signIn} />
  if (me.data) {
    const info = { ...me.data, shopName: text(me.data.shopNames) || me.data.shopName }
    return (
      <CashierGate key={info.registerId} info={info} onSignOut={signOut}>
        {(duty) => <Workplace info={info} duty={duty} onSignOut={signOut} />}
      </CashierGate>
    )
  }
  if (me.error instanceof ApiError && me.error.status === 401) return <SignIn onSignIn={signIn} error={me.error} />
  return (
    <PlainShell>
      {me.error ? (
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Center mih="50vh">
          <Loader role="status" aria-label={t('checkingKey')} />
        </Center>
      )}
    </PlainShell>
  )
}
