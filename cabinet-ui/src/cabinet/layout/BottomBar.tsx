import { Drawer, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './BottomBar.module.css'
import { useCurrentSession } from './currentSession'
import { Sidebar } from './Sidebar'
import { sectionsFor } from './sections'
import { texts } from './texts'

const IN_BAR = 3

/** Phones: the three daily sections at the thumb, the rest behind "More". */
export function BottomBar() {
  const t = useTexts(texts)
  const text = useLocalText()
  const [opened, drawer] = useDisclosure(false)
  return (
    <>
      <nav className={classes.bar} aria-label={t('navigation')}>
        {sectionsFor(useCurrentSession())
          .slice(0, IN_BAR)
          .map(({ to, name, icon: Glyph }) => (
            <Link
              key={to}
              to={to}
              className={classes.item}
              activeOptions={{ exact: to === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Glyph size={22} stroke={1.8} aria-hidden />
              <span>{text(name)}</span>
            </Link>
          ))}
        <UnstyledButton className={classes.item} onClick={drawer.open} aria-expanded={opened}>
          <IconMenu2 size={22} stroke={1.8} aria-hidden />
          <span>{t('more')}</span>
        </UnstyledButton>
      </nav>
      <Drawer
        opened={opened}
        onClose={drawer.close}
        size={300}
        padding={0}
        title={t('cabinet')}
        closeButtonProps={{ 'aria-label': t('close'), mr: 'sm' }}
        styles={{
          title: { paddingLeft: 20 },
          body: { height: 'calc(100dvh - 60px)', display: 'grid', gridTemplateRows: 'minmax(0, 1fr)' },
        }}
      >
        <Sidebar onNavigate={drawer.close} />
      </Drawer>
    </>
  )
}
