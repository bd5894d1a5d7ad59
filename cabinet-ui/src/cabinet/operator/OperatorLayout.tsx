import { ActionIcon, Badge, Center, Group, Loader, Tooltip } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { ApiError } from '@/base/api/problem'
import { useOperatorSession, useOperatorSignOut } from '@/base/api/queries/operator'
import { Brand } from '@/base/components/Brand'
import { ColorSchemeSwitch } from '@/base/components/ColorSchemeSwitch'
import { ErrorNote } from '@/base/components/ErrorNote'
import { LanguageSwitch } from '@/base/components/LanguageSwitch'
import { SkipLink } from '@/base/components/SkipLink'
import { useTexts } from '@/base/i18n/texts'
import classes from './Operator.module.css'
import { OperatorSignIn } from './OperatorSignIn'
import { texts } from './texts'

/** The operator's screens, above the shops; whoever is not signed in is asked for the key in place. */
export default function OperatorLayout() {
  const t = useTexts(texts)
  const session = useOperatorSession()
  const signedOut = session.error instanceof ApiError && session.error.status === 401
  if (signedOut) return <OperatorSignIn />
  if (session.data) return <Frame />
  return (
    <Center mih="100dvh" p="lg">
      {session.error ? (
        <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loader role="status" aria-label={t('loading')} />
      )}
    </Center>
  )
}

function Frame() {
  const t = useTexts(texts)
  const signOut = useOperatorSignOut()
  return (
    <>
      <SkipLink />
      <header className={classes.header}>
        <Group gap="sm">
          <Brand />
          <Badge variant="light">{t('operator')}</Badge>
        </Group>
        <nav className={classes.nav} aria-label={t('navigation')}>
          <Link to="/operator" className={classes.link} activeOptions={{ exact: true, includeSearch: false }}>
            {t('nav.merchants')}
          </Link>
          <Link to="/operator/audit" className={classes.link}>
            {t('nav.audit')}
          </Link>
        </nav>
        <Group gap="xs" wrap="nowrap">
          <LanguageSwitch />
          <ColorSchemeSwitch />
          <Tooltip label={t('signOut')}>
            <ActionIcon
              size="lg"
              aria-label={t('signOut')}
              loading={signOut.isPending}
              onClick={() => signOut.mutate(undefined)}
            >
              <IconLogout size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </header>
      <main id="main" className={classes.main}>
        <Outlet />
      </main>
    </>
  )
}
