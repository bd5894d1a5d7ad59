import { List, Skeleton, Text } from '@mantine/core'
import { useFriendsFlags } from '@/base/api/queries/reports'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../layout/links'
import { texts } from './texts'

/** Inviters who are worth a look, each with the reason in words. */
export function FlagsPanel() {
  const t = useTexts(texts)
  const f = useFormat()
  const { data, error, refetch } = useFriendsFlags()
  return (
    <Panel title={t('flags')} hint={t('flagsHint')}>
      {error && !data ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton h={60} />
      ) : data.items.length === 0 ? (
        <Text c="dimmed">{t('noFlags')}</Text>
      ) : (
        <List listStyleType="none" spacing="md">
          {data.items.map((flag) => (
            <List.Item key={`${flag.reason} ${flag.inviterId} ${flag.cashierName ?? ''}`}>
              <TextLink to="/members/$memberId" params={{ memberId: flag.inviterId }} fw={600}>
                {flag.inviterName}
              </TextLink>
              <Text>{t(`reason.${flag.reason}`, { count: flag.friends, cashier: flag.cashierName ?? '' })}</Text>
              <Text size="sm" c="dimmed">
                {t('reward', { amount: f.bonus(flag.reward) })}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  )
}
