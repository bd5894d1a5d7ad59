import { Accordion, Code, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useProgram } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { TierBadge } from '@/base/components/TierBadge'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Program.module.css'
import { texts } from './texts'

/** The published program, to read. */
export default function ProgramPage() {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  const { data: program, error, refetch } = useProgram()

  if (error && !program) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={program ? text(program.name) : t('title')}
        hint={
          program ? (
            t('version', { number: program.number ?? program.version, date: f.dateLong(program.publishedAt) })
          ) : (
            <Skeleton h={18} w={220} />
          )
        }
      />
      <Stack gap="md">
        <Panel title={t('tiers')} hint={t('tiersHint')}>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
            {program
              ? [...program.tiers].sort((a, b) => a.rank - b.rank).map((tier) => <TierCard key={tier.id} tier={tier} />)
              : [1, 2, 3].map((key) => <Skeleton key={key} h={160} radius="lg" />)}
          </SimpleGrid>
        </Panel>
        {program && (
          <Panel title={t('rules')} hint={t('rulesHint')}>
            <Accordion variant="contained">
              <Accordion.Item value="json">
                <Accordion.Control>{t('show')}</Accordion.Control>
                <Accordion.Panel>
                  <Code block className={classes.code} tabIndex={0}>
                    {JSON.stringify(program.program, null, 2)}
                  </Code>
                </Accordion.Panel>
              </Accordion.Item>
            </Accordion>
          </Panel>
        )}
      </Stack>
    </>
  )
}

function TierCard({ tier }: { tier: Schemas['Tier'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <article className={classes.tier}>
      <TierBadge tier={tier} size="lg" />
      <div className={classes.figures}>
        {tier.earnPercent !== undefined && (
          <Figure label={t('earn')} value={f.percent(tier.earnPercent)} hint={t('earnHint')} />
        )}
        {tier.spendPercent !== undefined && (
          <Figure label={t('spend')} value={f.percent(tier.spendPercent)} hint={t('spendHint')} />
        )}
      </div>
      <TextLink to="/members" search={{ tier: tier.id }} size="sm" fw={600}>
        {t('members')}
      </TextLink>
    </article>
  )
}

function Figure({ label, value, hint }: { label: string; value: string; hint: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={750} fz={28} lh={1.2}>
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </div>
  )
}
