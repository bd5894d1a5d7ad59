import { Skeleton, Text } from '@mantine/core'
import { type Question, useSegmentSample } from '@/base/api/queries/segments'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Condition } from '../condition/condition'
import { TextLink } from '../layout/links'
import { Facts } from './Facts'
import { isConditionError } from './MembersWhen'
import classes from './Segments.module.css'
import { texts } from './texts'
import { useMemberWords } from './useMemberWords'

/** Some of a segment's members, and why they are in it. */
export function Sample({ condition }: { condition: Condition }) {
  const t = useTexts(texts)
  const f = useFormat()
  const words = useMemberWords()
  const question: Question = { condition: condition as never }
  const { data, error, isPlaceholderData } = useSegmentSample(question)
  return (
    <Panel title={t('sample')} hint={t('sampleHint')}>
      {error && !isConditionError(error) && <ErrorNote error={error} />}
      {!data && !error && <Skeleton h={120} radius="md" />}
      {data?.items.length === 0 && <Text c="dimmed">{t('nobody')}</Text>}
      <ul className={classes.people} style={{ opacity: isPlaceholderData || error ? 0.5 : 1 }}>
        {data?.items.map((one) => (
          <li key={one.id}>
            <TextLink to="/members/$memberId" params={{ memberId: one.id }} fw={650} c="var(--k-text)">
              {one.name}
            </TextLink>{' '}
            <Text span size="sm" c="dimmed">
              {f.phone(one.phone)}
            </Text>
            <Facts condition={condition} facts={one.facts} words={words} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
