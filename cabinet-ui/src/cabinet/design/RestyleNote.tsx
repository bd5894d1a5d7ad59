import { Progress, Text } from '@mantine/core'
import { useDesign } from '@/base/api/queries/design'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Design.module.css'
import { texts } from './texts'

/** How far the last publication has come; stays for the day it ended. */
export function RestyleNote() {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const design = useDesign()
  const way = design.data?.restyle
  if (!way) return null
  const figures = { number: way.number, done: f.number(way.done), total: f.number(way.total) }
  if (way.finishedAt) {
    if (Date.now() - new Date(way.finishedAt).getTime() > 86_400_000) return null
    return (
      <Text role="status" fz="sm" c="dimmed" mb="md">
        {t('restyled', { ...figures, time: f.dateTime(way.finishedAt) })}
      </Text>
    )
  }
  const percent = way.total > 0 ? Math.min(100, Math.round((way.done / way.total) * 100)) : 0
  return (
    <div className={`k-panel ${classes.progress}`} role="status">
      <Text fw={600}>{t('restyling', figures)}</Text>
      <Progress value={percent} size="lg" mt="xs" aria-label={t('restyling', figures)} />
      <Text fz="sm" c="dimmed" mt="xs">
        {t('restylingHint')}
      </Text>
    </div>
  )
}
