import { Anchor, Group, Skeleton } from '@mantine/core'
import { IconApi, IconMailbox } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useDemo } from '@/base/api/queries/simulator'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { Entrances } from './Entrances'
import { HeroCard } from './HeroCard'
import classes from './StartPage.module.css'
import { Tour } from './Tour'
import { texts } from './texts'

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
      {demo.isPending ? <Skeleton h={280} radius="lg" /> : demo.data ? <Tour demo={demo.data} /> : <Entrances />}
      <Group gap="lg" mt="lg">
        {demo.data && (
          <Anchor className={classes.small} href={demo.data.pages.mailbox}>
            <IconMailbox size={18} aria-hidden /> {t('mailbox')}
          </Anchor>
        )}
        <Anchor className={classes.small} href={demo.data?.pages.openapi ?? '/openapi'}>
          <IconApi size={18} aria-hidden /> {t('api')}
        </Anchor>
      </Group>
    </PlainShell>
  )
}
