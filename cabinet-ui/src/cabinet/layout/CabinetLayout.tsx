import { Center, Loader } from '@mantine/core'
import { Navigate, Outlet, useMatches, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useSession } from '@/base/api/queries/session'
import { ErrorNote } from '@/base/components/ErrorNote'
import { SkipLink } from '@/base/components/SkipLink'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { BottomBar } from './BottomBar'
import classes from './CabinetLayout.module.css'
import { SessionContext } from './currentSession'
import { NotYours } from './NotYours'
import { Sidebar } from './Sidebar'
import { sectionAt, sectionsFor } from './sections'
import { texts } from './texts'

type Props = {
  /** Instead of everything, for who has to set up a second step first. */
  setUp: ReactNode
}

/** Lets nobody in without a session; the sidebar on a wide screen, a bar at the thumb on a phone. */
export function CabinetLayout({ setUp }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const session = useSession()
  const router = useRouter()
  const signedOut = session.error instanceof ApiError && session.error.status === 401

  useEffect(() => {
    if (!signedOut) return
    const { pathname } = router.state.location
    void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: pathname }, replace: true })
  }, [signedOut, router])

  if (session.data) {
    const { data } = session
    return <Frame setUp={setUp} session={{ ...data, merchantName: text(data.merchantNames) || data.merchantName }} />
  }
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

/** The page, if one's role may see it; who may not see the overview begins with the first section they may. */
function Page({ session }: { session: Schemas['Session'] }) {
  // Of the page that stands here, not of the address: that changes before the next page is there.
  const section = sectionAt(useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' }))
  if (!section || session.may.includes(section.needs)) return <Outlet />
  const first = sectionsFor(session)[0]
  return section.to === '/' && first ? <Navigate to={first.to} replace /> : <NotYours />
}

function Frame({ session, setUp }: { session: Schemas['Session']; setUp: ReactNode }) {
  if (session.setUpSecondFactor) return <SessionContext value={session}>{setUp}</SessionContext>
  return (
    <SessionContext value={session}>
      <div className={classes.frame}>
        <SkipLink />
        <Sidebar className={classes.sidebar} />
        <main id="main" className={classes.main}>
          <Page session={session} />
        </main>
        <BottomBar />
      </div>
    </SessionContext>
  )
}
