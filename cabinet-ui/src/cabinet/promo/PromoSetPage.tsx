import { Alert, Button, Group, List, Progress, Skeleton, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconInfoCircle, IconPrinter } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { type PromoSet, promoExportUrl, promoSheetUrl, usePromoSet } from '@/base/api/queries/promo'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ExportMenu } from '@/base/list/ExportMenu'
import { useMay } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import classes from './Promo.module.css'
import { PromoActs } from './PromoActs'
import { StateBadge } from './PromoPage'
import { PromoUses } from './PromoUses'
import { planOf } from './plan'
import { texts } from './texts'
import { useTerms } from './useTerms'

/** One set: what it brought, its terms, its codes, and the receipts that used them. */
export default function PromoSetPage() {
  const { setId } = useParams({ from: '/cabinet/promo-codes/$setId' })
  const { data, error, refetch } = usePromoSet(setId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return data ? <Shown set={data} /> : <Skeleton h={320} radius="lg" />
}

function Shown({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const changes = useMay('PROMO_CODES_CHANGE')
  return (
    <>
      <PageHeader
        title={text(set.name)}
        hint={<StateBadge state={set.state} />}
        above={
          <TextLink to="/promo-codes" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={changes && <Acts set={set} />}
      />
      {set.making > 0 && <Making set={set} />}
      <Figures set={set} />
      <div className={classes.columns}>
        <Panel title={t('rules')}>
          <Rules set={set} />
        </Panel>
        <Panel title={t('terms')}>
          <Stack gap="sm" align="flex-start">
            <Text>{useTerms(planOf(set))}</Text>
            {changes && (
              <ButtonLink to="/promo-codes/$setId/edit" params={{ setId: set.id }} variant="default" size="sm">
                {t('change')}
              </ButtonLink>
            )}
          </Stack>
        </Panel>
      </div>
      <PromoUses setId={set.id} />
    </>
  )
}

function Acts({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const locale = useLocale()
  const ready = set.making === 0 && set.issued > 0
  return (
    <Group gap="sm">
      {ready && (
        <>
          <Button
            component="a"
            href={promoSheetUrl(set.id, locale)}
            download
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {t('print')}
          </Button>
          <ExportMenu url={(format) => promoExportUrl(set.id, format, locale)} />
        </>
      )}
      <PromoActs set={set} />
    </Group>
  )
}

function Making({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const f = useFormat()
  const all = set.issued + set.making
  return (
    <Alert mb="md" variant="light" role="status">
      <Text mb={8}>{t('making', { done: f.number(set.issued), all: f.number(all) })}</Text>
      <Progress value={(100 * set.issued) / all} aria-label={t('making', { done: set.issued, all })} />
    </Alert>
  )
}

function Figures({ set: { issued, figures } }: { set: PromoSet }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <div className={classes.tiles}>
      <StatTile label={t('issued')} value={f.number(issued)} />
      <StatTile label={t('used')} value={f.number(figures.used)} hint={t('usedHint')} />
      <StatTile label={t('revenue')} value={f.money(figures.revenue)} hint={t('revenueHint')} />
      <StatTile label={t('discount')} value={f.money(figures.discount)} />
      <StatTile label={t('granted')} value={f.bonus(figures.granted)} tone="bonus" />
    </div>
  )
}

function Rules({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const writes = useMay('PROGRAM_CHANGE')
  if (set.rules.length > 0) {
    return (
      <List>
        {set.rules.map((rule) => (
          <List.Item key={rule.id}>{text(rule.name)}</List.Item>
        ))}
      </List>
    )
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color="honey" variant="light" icon={<IconInfoCircle aria-hidden />} role="status">
        {t('noRules')} {!writes && t('noRulesAsk')}
      </Alert>
      {writes && (
        <ButtonLink to="/program/draft" size="sm">
          {t('addRule')}
        </ButtonLink>
      )}
    </Stack>
  )
}
