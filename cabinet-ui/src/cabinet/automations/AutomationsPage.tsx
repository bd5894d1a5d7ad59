import { Skeleton, Stack, Text } from '@mantine/core'
import { useAutomations } from '@/base/api/queries/automations'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import { AutomationCard } from './AutomationCard'
import classes from './Automations.module.css'
import { kinds, ready } from './plan'
import { texts } from './texts'

/** What the shop says by itself, and ready ones to start from. */
export default function AutomationsPage() {
  const t = useTexts(texts)
  const { data, error, refetch } = useAutomations()
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {error && !data ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Stack gap="md">
          {data.items.length === 0 && <Text c="dimmed">{t('none')}</Text>}
          {data.items.map((one) => (
            <AutomationCard key={one.id} automation={one} />
          ))}
          <Gallery />
        </Stack>
      ) : (
        <Skeleton h={320} radius="lg" />
      )}
    </>
  )
}

function Gallery() {
  const t = useTexts(texts)
  return (
    <Panel title={t('ready')}>
      <div className={classes.gallery}>
        {kinds.map((kind) => (
          <div key={kind} className={classes.ready}>
            <Text fw={650}>{t(`ready.${kind}`)}</Text>
            <Text size="sm">{ready(kind, t).steps[0]?.text}</Text>
            <ButtonLink
              to="/automations/new/$kind"
              params={{ kind }}
              size="sm"
              variant="default"
              aria-label={`${t('take')}: ${t(`ready.${kind}`)}`}
            >
              {t('take')}
            </ButtonLink>
          </div>
        ))}
      </div>
    </Panel>
  )
}
