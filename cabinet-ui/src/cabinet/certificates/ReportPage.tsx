import { Group, SimpleGrid, Skeleton, Stack, Table } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { useCertificateReport } from '@/base/api/queries/certificates'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { DateInput } from '@/base/form/DateInput'
import { readDate } from '@/base/format/typedDate'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useListSearch } from '@/base/list/useListSearch'
import { TextLink } from '../layout/links'
import { texts } from './reportTexts'

type Figures = Schemas['CertificateFigures']
type Period = { from?: string | undefined; to?: string | undefined }

/** For accounting: movements of a period, and what is owed at its end by age. */
export default function ReportPage() {
  const t = useTexts(texts)
  const period: Period = useSearch({ from: '/cabinet/certificates/report' })
  const change = useListSearch<Period>('/certificates/report', period)
  const { data, error, refetch } = useCertificateReport(period)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        above={
          <TextLink to="/certificates" size="sm" mb={8}>
            <IconArrowLeft size={16} aria-hidden /> {t('back')}
          </TextLink>
        }
        actions={
          <Group gap="sm">
            <DateInput
              aria-label={t('from')}
              placeholder={t('from')}
              value={period.from}
              max={period.to}
              onChange={(from) => change({ from: readDate(from) || undefined })}
            />
            <DateInput
              aria-label={t('to')}
              placeholder={t('to')}
              value={period.to}
              min={period.from}
              onChange={(to) => change({ to: readDate(to) || undefined })}
            />
          </Group>
        }
      />
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data ? (
        <Stack gap="md">
          <Part title={t('bought')} hint={t('boughtHint')} figures={data.bought} bought />
          <Part title={t('gifted')} hint={t('giftedHint')} figures={data.gifted} />
        </Stack>
      ) : (
        !error && <Skeleton h={360} radius="lg" />
      )}
    </>
  )
}

function Part({ title, hint, figures, bought }: { title: string; hint: string; figures: Figures; bought?: boolean }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Panel title={title} hint={hint}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
          <StatTile
            label={bought ? t('sold') : t('given')}
            value={f.money(figures.sold)}
            hint={`${t('issued')}: ${f.number(figures.issued)}`}
          />
          <StatTile label={t('spent')} value={f.money(figures.spent)} hint={t('spentHint')} />
          {bought ? (
            <StatTile label={t('refunded')} value={f.money(figures.refunded)} />
          ) : (
            <StatTile label={t('ended')} value={f.money(figures.ended)} />
          )}
          <StatTile label={t('owed')} value={f.money(figures.owed)} />
        </SimpleGrid>
        <Ages figures={figures} />
      </Stack>
    </Panel>
  )
}

function Ages({ figures: { ages } }: { figures: Figures }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Table aria-label={t('ages')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('age')}</Table.Th>
          <Table.Th ta="right">{t('count')}</Table.Th>
          <Table.Th ta="right">{t('amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ages.map(({ from, certificates, amount }, i) => {
          const next = ages[i + 1]
          return (
            <Table.Tr key={from}>
              <Table.Td>{next ? t('days', { from, to: next.from - 1 }) : t('older', { from })}</Table.Td>
              <Table.Td ta="right">{f.number(certificates)}</Table.Td>
              <Table.Td ta="right">{f.money(amount)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
