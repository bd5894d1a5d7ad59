import { Anchor, Group, Skeleton } from '@mantine/core'
import { IconApi, IconKey, IconMailbox } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useInstallation } from '@/base/api/queries/installation'
import { useDemo } from '@/base/api/queries/simulator'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { EmptyInstallation } from './EmptyInstallation'
import { Entrances } from './Entrances'
import { HeroCard } from './HeroCard'
import classes from './StartPage.module.css'
import { Tour } from './Tour'
import { texts } from './texts'

/** Nobody is here yet: the operator opens the first shop. */
function Start() {
  const installation = useInstallation()
  if (installation.isPending) return <Skeleton h={280} radius="lg" />
  return installation.data?.empty ? <EmptyInstallation /> : <Entrances />
}

/** The first page of an installation; with the simulator it is the tour's table of contents. */
export function StartPage() {
  const t = useTexts(texts)
  const demo = useDemo()
  useEffect(() => {
    document.title = `Kartela · ${t('title')}`
  }, [t])
  return (
    <PlainShell size={1160}>
      <div className={classes.hero}>
        <div>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
        </div>
        <HeroCard />
      </div>
      {demo.isPending ? <Skeleton h={280} radius="lg" /> : demo.data ? <Tour demo={demo.data} /> : <Start />}
      <Group gap="lg" mt="lg">
        {demo.data && (
          <Anchor className={classes.small} href={demo.data.pages.mailbox}>
            <IconMailbox size={18} aria-hidden /> {t('mailbox')}
          </Anchor>
        )}
        <Anchor className={classes.small} href={demo.data?.pages.openapi ?? '/openapi'}>
          <IconApi size={18} aria-hidden /> {t('api')}
        </Anchor>
        <Anchor className={classes.small} href="/cabinet/operator">
          <IconKey size={18} aria-hidden /> {t('operator')}
        </Anchor>
      </Group>
    </PlainShell>
  )
}
