import { Text } from '@mantine/core'
import { IconDeviceMobileMessage, IconMoodEmpty } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { isConditionError } from '../segments/MembersWhen'
import classes from './Campaigns.module.css'
import { recipientsOf } from './estimate'
import { texts } from './texts'

type Props = { audience: Schemas['Audience'] | undefined; error: unknown; stale: boolean; percent: number }

/** How many phones the text would reach, and why not all. */
export function AudienceNote({ audience, error, stale, percent }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  // It is told where it was made.
  if (isConditionError(error)) return null
  if (error && !audience) {
    return (
      <div style={{ marginTop: 12 }}>
        <ErrorNote error={error} />
      </div>
    )
  }
  if (!audience) return <div className={classes.audience}>{t('counting')}</div>
  if (audience.withWallet === 0 && !audience.beside?.length) {
    return (
      <div className={classes.audience} data-empty role="status">
        <IconMoodEmpty size={24} aria-hidden />
        <Text size="sm">{t(audience.members === 0 ? 'nobodyChosen' : 'nobody')}</Text>
      </div>
    )
  }
  const beside = (audience.beside ?? []).reduce((all, { members }) => all + members, 0)
  const reached = audience.withWallet + beside
  const recipients = recipientsOf(reached, percent)
  return (
    <div className={classes.audience} role="status" style={{ opacity: stale ? 0.6 : 1 }}>
      <IconDeviceMobileMessage size={24} aria-hidden />
      <div>
        <Text fw={700}>
          {t('reach', { count: f.number(recipients) })}{' '}
          <Text span fw={500}>
            {t('reachOf', { count: audience.members })}
          </Text>
        </Text>
        <Text size="sm">
          {t('reachSplit', { apple: f.number(audience.apple), google: f.number(audience.google) })}
          {beside > 0 && ` · ${t('reachBeside', { count: f.number(beside) })}`}.{' '}
          {recipients < reached && t('reachHeldOut', { count: f.number(reached - recipients) })}{' '}
          {reached < audience.members && t(beside > 0 ? 'reachHintBeside' : 'reachHint')}{' '}
          {audience.children > 0 && t('children', { count: audience.children })}{' '}
          {audience.blocked > 0 && t('blockedMembers', { count: audience.blocked })}
        </Text>
      </div>
    </div>
  )
}
