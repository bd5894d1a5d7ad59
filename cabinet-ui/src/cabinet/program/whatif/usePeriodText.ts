import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { texts } from './texts'

/** Days begin and end by the clock the shop had then; another one since must not turn them into their neighbours. */
const ASTRAY = 6 * 3_600_000

/** The first and the last day of a replay, on the shop's calendar. */
export function usePeriodText(): (run: Pick<Schemas['WhatIf'], 'from' | 'to'>) => string {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return ({ from, to }) =>
    t('periodSays', {
      from: f.dateLong(new Date(Date.parse(from) + ASTRAY)),
      through: f.dateLong(new Date(Date.parse(to) - 1 - ASTRAY)),
    })
}
