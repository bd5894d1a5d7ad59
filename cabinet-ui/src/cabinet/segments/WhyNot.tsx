import { Badge, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useMembers } from '@/base/api/queries/members'
import { useSegmentWhy } from '@/base/api/queries/segments'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { rowsOf } from '@/base/list/pages'
import type { Condition } from '../condition/condition'
import { Facts } from './Facts'
import { isConditionError } from './MembersWhen'
import { texts } from './texts'
import { useMemberWords } from './useMemberWords'

/** Of one member: in or out, and by which facts. */
export function WhyNot({ condition }: { condition: Condition }) {
  const t = useTexts(texts)
  const f = useFormat()
  const words = useMemberWords()
  const [memberId, choose] = useState<string | null>(null)
  const [typed, type] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 300)
  const found = rowsOf(useMembers({ q: q || undefined })) ?? []
  const { data: why, error } = useSegmentWhy({ condition: condition as never }, memberId)
  const chosen = why && why.id === memberId ? [{ value: why.id, label: `${why.name}, ${f.phone(why.phone)}` }] : []
  const options = found.slice(0, 20).map((one) => ({ value: one.id, label: `${one.name}, ${f.phone(one.phone)}` }))
  return (
    <Panel title={t('whyNot')} hint={t('whyNotHint')}>
      <Stack gap="md">
        <Select
          aria-label={t('member')}
          placeholder={t('memberPlaceholder')}
          searchable
          clearable
          value={memberId}
          onChange={choose}
          onSearchChange={type}
          // The service has searched already.
          filter={({ options: all }) => all}
          nothingFoundMessage={t('noMember')}
          data={[...options, ...chosen.filter((one) => !options.some((other) => other.value === one.value))]}
        />
        {error && !isConditionError(error) && <ErrorNote error={error} />}
        {why && memberId && (
          <div role="status">
            <Badge color={why.holds ? 'pine' : 'gray'} mb="xs">
              {t(why.holds ? 'inside' : 'outside')}
            </Badge>
            <Facts condition={condition} facts={why.facts} words={words} />
          </div>
        )}
      </Stack>
    </Panel>
  )
}
