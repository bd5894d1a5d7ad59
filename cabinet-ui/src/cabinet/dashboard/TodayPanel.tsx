import { Text } from '@mantine/core'
import { useFigures } from '@/base/api/queries/figures'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { todayIn } from '../figures/periods'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { texts } from './texts'
import { daysBefore, usual } from './usual'

/** Today so far, beside what such a weekday usually brings by its end. */
export function TodayPanel() {
  const t = useTexts(texts)
  const f = useFormat()
  const locale = useLocale()
  const { zone = 'Europe/Moscow' } = useCurrentSession()
  const today = todayIn(zone)
  const { data } = useFigures({ from: daysBefore(today, 56), to: today, step: 'day' })
  const now = data?.rows.at(-1)
  if (!data || !now || (now.revenue === 0 && now.receipts === 0 && data.now.receipts === 0)) return null
  const money = usual(data.rows, today, (row) => row.revenue)
  const receipts = usual(data.rows, today, (row) => row.receipts)
  const weekday = new Date(`${today}T12:00:00Z`).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' })
  return (
    <Panel
      title={t('today')}
      actions={
        <TextLink to="/figures" search={{ from: today, to: today }} size="sm">
          {t('moreFigures')}
        </TextLink>
      }
    >
      <Text>{t('soFar', { money: f.money(now.revenue), count: now.receipts })}</Text>
      <Text size="sm" c="dimmed">
        {money === undefined || receipts === undefined
          ? t('noUsual')
          : t('usual', { weekday, money: f.money(money), receipts: f.number(receipts) })}
      </Text>
    </Panel>
  )
}
