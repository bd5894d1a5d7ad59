import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type FiguresFilter, type FiguresStep, figuresExport, useFigures } from '@/base/api/queries/figures'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { ExportMenu } from '@/base/list/ExportMenu'
import { useListSearch } from '@/base/list/useListSearch'
import { useCurrentSession } from '../layout/currentSession'
import { Filters } from './Filters'
import { HowOften } from './HowOften'
import { MovementsPanel } from './MovementsPanel'
import { daysOf, maySee, PRESETS, type Preset, presetOf, stepFor, todayIn } from './periods'
import { RowsPanel } from './RowsPanel'
import { Tiles } from './Tiles'
import { texts } from './texts'
import { useRange } from './useRange'

/** What was sold in any period, beside the one before it and a year ago, down to the receipts. */
export default function FiguresPage() {
  const t = useTexts(texts)
  const locale = useLocale()
  const today = todayIn(useCurrentSession().zone ?? 'Europe/Moscow')
  const search: FiguresFilter = useSearch({ from: '/cabinet/figures' })
  const change = useListSearch('/figures', search)
  const days = {
    ...daysOf('month', today),
    ...(search.from && { from: search.from }),
    ...(search.to && { to: search.to }),
  }
  const [chosen, choose] = useState<FiguresStep>()
  const step = chosen && maySee(chosen, days) ? chosen : stepFor(days)
  const filter = { ...search, ...days }
  const figures = useFigures({ ...filter, step })
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={<ExportMenu url={(format) => figuresExport({ ...filter, step }, locale, format)} />}
      />
      <Stack gap="md">
        <Group gap="sm" align="end">
          <Presets now={presetOf(days, today)} onChoose={(preset) => change(daysOf(preset, today))} />
        </Group>
        <Filters filter={filter} today={today} onChange={change} />
        {figures.error && !figures.data ? (
          <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />
        ) : (
          <>
            <Tiles figures={figures.data} filter={filter} />
            <Besides figures={figures.data} />
            <RowsPanel figures={figures.data} step={step} days={days} onStep={choose} />
            <HowOften filter={filter} />
            <MovementsPanel filter={filter} />
          </>
        )}
      </Stack>
    </>
  )
}

function Presets({ now, onChoose }: { now: Preset | undefined; onChoose: (preset: Preset) => void }) {
  const t = useTexts(texts)
  return (
    <SegmentedControl
      aria-label={t('period')}
      value={now ?? ''}
      onChange={(value) => onChoose(value as Preset)}
      data={PRESETS.map((preset) => ({ value: preset, label: t(`period.${preset}`) }))}
    />
  )
}

/** With which days it is compared, and to what hour. */
function Besides({ figures }: { figures: ReturnType<typeof useFigures>['data'] }) {
  const t = useTexts(texts)
  const range = useRange()
  if (!figures) return null
  return (
    <Text size="sm" c="dimmed">
      {t('besides', { before: range(figures.before), yearAgo: range(figures.yearAgo) })}
      {figures.unfinished && ` ${t('sameTime')}`}
    </Text>
  )
}
