import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import {
  type Icon,
  IconApi,
  IconBuildingStore,
  IconCashRegister,
  IconDeviceMobile,
  IconMailbox,
  IconUserPlus,
} from '@tabler/icons-react'
import { useDemo } from '@/base/api/queries/simulator'
import { CopyField } from '@/base/components/CopyField'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import classes from './StartPage.module.css'
import { texts } from './texts'

/** The first page of an installation; with the simulator it is the tour's table of contents. */
export function StartPage() {
  const t = useTexts(texts)
  const demo = useDemo().data
  return (
    <PlainShell size="md">
      <Stack gap="lg">
        <div>
          <Title order={1} fz={{ base: 28, sm: 40 }}>
            Kartela
          </Title>
          <Text size="lg" c="dimmed">
            {t('lead')}
          </Text>
        </div>
        <SimpleGrid component="nav" cols={{ base: 1, xs: 2, sm: 3 }} spacing="md">
          {demo && <Place href={demo.pages.join} icon={IconUserPlus} title={t('join')} text={t('joinText')} />}
          {demo && <Place href={demo.pages.phone} icon={IconDeviceMobile} title={t('phone')} text={t('phoneText')} />}
          <Place href="/till" icon={IconCashRegister} title={t('till')} text={t('tillText')} />
          <Place href="/cabinet" icon={IconBuildingStore} title={t('cabinet')} text={t('cabinetText')} />
          {demo && <Place href={demo.pages.mailbox} icon={IconMailbox} title={t('mailbox')} text={t('mailboxText')} />}
          <Place href={demo?.pages.openapi ?? '/openapi'} icon={IconApi} title={t('api')} text={t('apiText')} />
        </SimpleGrid>
        {demo && (
          <Panel title={t('demoTitle')} hint={t('demoHint')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <CopyField label={t('email')} value={demo.email} />
              <CopyField label={t('password')} value={demo.password} />
            </SimpleGrid>
            <CopyField label={t('registerKey')} value={demo.registerKey} mono />
          </Panel>
        )}
      </Stack>
    </PlainShell>
  )
}

function Place({ href, icon: Glyph, title, text }: { href: string; icon: Icon; title: string; text: string }) {
  return (
    <a className={`k-panel ${classes.place}`} href={href}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={22} stroke={1.7} />
      </span>
      <span className={classes.title}>{title}</span>
      <span className={classes.text}>{text}</span>
    </a>
  )
}
