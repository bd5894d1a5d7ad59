import { Skeleton, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Schemas } from '@/base/api/client'
import { useAutomationToday } from '@/base/api/queries/automations'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Automations.module.css'
import { isComplete, type Kind, type Plan, sound } from './plan'
import { texts } from './texts'
import { useReason } from './useReason'

const AFTER_CHANGE = 400

/** Who would get it today, and why; nothing is sent. */
export function Today({ plan }: { plan: Plan }) {
  const t = useTexts(texts)
  const [settled] = useDebouncedValue(plan, AFTER_CHANGE)
  const asked = isComplete(settled)
  const { data, error } = useAutomationToday(asked ? sound(settled) : undefined)
  return (
    <Panel title={t('today')} hint={t('todayHint')}>
      {!asked ? (
        <Text c="dimmed">{t('todayWaits')}</Text>
      ) : error ? (
        <ErrorNote error={error} />
      ) : data ? (
        <People today={data} kind={plan.kind} />
      ) : (
        <Skeleton h={80} />
      )}
    </Panel>
  )
}

function People({ today, kind }: { today: Schemas['AutomationToday']; kind: Kind }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const reason = useReason()
  const { members, items, skipped, more } = today
  return (
    <>
      <Text fw={650} role="status">
        {members === 0 ? t('todayNobody') : t(more ? 'todayMore' : 'todayCount', { count: f.number(members) })}
      </Text>
      <ul className={classes.people}>
        {items.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one member may have bought twice today
          <li key={i}>
            <TextLink to="/members/$memberId" params={{ memberId: one.memberId }} underline="always">
              {one.name || f.number(i + 1)}
            </TextLink>{' '}
            <Text span size="sm" c="dimmed">
              {t(`why.${kind}`, { date: one.at ? f.dayMonthLong(one.at) : '' })}
              {one.skip && ` · ${t('wouldNot', { why: reason(one.skip).toLowerCase() })}`}
            </Text>
            {!one.skip && <Text size="sm">{one.text}</Text>}
          </li>
        ))}
      </ul>
      {skipped.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('skipped', {
            list: skipped.map(({ code, count }) => `${reason(code).toLowerCase()} — ${f.number(count)}`).join(', '),
          })}
        </Text>
      )}
    </>
  )
}
