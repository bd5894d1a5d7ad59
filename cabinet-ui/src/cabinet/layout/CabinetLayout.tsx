import { Center, Loader } from '@mantine/core'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useSession } from '@/base/api/queries/session'
import { ErrorNote } from '@/base/components/ErrorNote'
import { SkipLink } from '@/base/components/SkipLink'
import { useTexts } from '@/base/i18n/texts'
import { BottomBar } from './BottomBar'
import classes from './CabinetLayout.module.css'
import { SessionContext } from './currentSession'
import { Sidebar } from './Sidebar'
import { texts } from './texts'

/** Lets nobody in without a session; the sidebar on a wide screen, a bar at the thumb on a phone. */
export function CabinetLayout() {
  const t = useTexts(texts)
  const session = useSession()
  const router = useRouter()
  const signedOut = session.error instanceof ApiError && session.error.status === 401

  useEffect(() => {
    if (!signedOut) return
    const { pathname } = router.state.location
    void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: pathname }, replace: true })
  }, [signedOut, router])

  if (session.data) return <Frame session={session.data} />
  return (
    <Center mih="100dvh" p="lg">
      {session.error && !signedOut ? (
        <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loader role="status" aria-label={t('loading')} />
      )}
    </Center>
  )
}

function Frame({ session }: { session: Schemas['Session'] }) {
  return (
    <SessionContext value={session}>
      <div className={classes.frame}>
        <SkipLink />
        <Sidebar className={classes.sidebar} />
        <main id="main" className={classes.main}>
          <Outlet />
        </main>
        <BottomBar />
      </div>
    </SessionContext>
  )
}
