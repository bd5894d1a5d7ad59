import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconKey, IconLogout } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useSignOut } from '@/base/api/queries/session'
import { Brand } from '@/base/components/Brand'
import { ColorSchemeSwitch } from '@/base/components/ColorSchemeSwitch'
import { LanguageSwitch } from '@/base/components/LanguageSwitch'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from './currentSession'
import classes from './Sidebar.module.css'
import { sectionsFor } from './sections'
import { texts } from './texts'

export function Sidebar({ className, onNavigate }: { className?: string; onNavigate?: () => void }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const session = useCurrentSession()
  return (
    <div className={`${classes.sidebar} ${className ?? ''}`}>
      <header className={classes.brand}>
        <Brand />
        <Text size="sm" c="dimmed" mt={8} truncate>
          {session.merchantName}
        </Text>
      </header>
      <nav aria-label={t('navigation')} className={classes.nav}>
        {sectionsFor(session).map(({ to, name, icon: Glyph }) => (
          <Link
            key={to}
            to={to}
            className={classes.link}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ 'aria-current': 'page' }}
            onClick={onNavigate}
          >
            <Glyph size={20} stroke={1.8} aria-hidden />
            {text(name)}
          </Link>
        ))}
      </nav>
      <Account onNavigate={onNavigate} />
    </div>
  )
}

function Account({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <section className={classes.account} aria-label={t('account')}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text fw={650} size="sm" truncate>
            {session.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {t(`role.${session.role}`)}
          </Text>
        </div>
        <Tooltip label={t('signOut')}>
          <ActionIcon
            size="lg"
            aria-label={t('signOut')}
            loading={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in' }) })}
          >
            <IconLogout size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Link to="/account" className={classes.access} activeProps={{ 'aria-current': 'page' }} onClick={onNavigate}>
        <IconKey size={20} stroke={1.8} aria-hidden />
        {t('myAccess')}
      </Link>
      <Group justify="space-between">
        <LanguageSwitch />
        <ColorSchemeSwitch />
      </Group>
    </section>
  )
}
