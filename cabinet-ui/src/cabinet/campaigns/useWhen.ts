import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { When } from './content'
import { texts } from './whenTexts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** When a campaign begins, in words; days and hours are the shop's. */
export function useWhen() {
  const t = useTexts(texts)
  // A day is no instant: it is written as it stands.
  const f = useFormat('UTC')
  const day = (iso: string | null | undefined) => (isDay(iso) ? f.dayMonthLong(`${iso}T12:00:00Z`) : '…')
  return (when: When, next?: Schemas['CampaignDraft']['nextOn']): string => {
    const time = when.time || '…'
    if (when.type === 'NOW') return t('sentence.NOW')
    if (when.type === 'ONCE') {
      const weekday = isDay(when.date) ? new Date(`${when.date}T12:00:00Z`).getUTCDay() || 7 : undefined
      return t('sentence.ONCE', {
        weekday: weekday === undefined ? '…' : t(`on.${weekday as 1}`),
        date: day(when.date),
        time,
      })
    }
    const every =
      when.type === 'WEEKLY'
        ? t('sentence.WEEKLY', { weekday: t(`every.${(when.day ?? 1) as 1}`), time })
        : t('sentence.MONTHLY', { day: when.day ?? 1, time })
    const until = when.until ? t('sentence.until', { date: day(when.until) }) : ''
    return `${every}${until}${next ? t('sentence.next', { date: day(next) }) : ''}`
  }
}

function isDay(iso: string | null | undefined): iso is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso ?? '')
}
