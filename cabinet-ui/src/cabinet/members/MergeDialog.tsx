import { Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useDoubles } from '@/base/api/queries/doubles'
import { useMember, useMembers } from '@/base/api/queries/members'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { rowsOf } from '@/base/list/pages'
import classes from './Members.module.css'
import { MergeForm } from './MergeForm'
import { texts } from './mergeTexts'

type Props = { member: Schemas['MemberDetail']; onClose: () => void }

/** Two records of one person: which other one it is, then what becomes of both. */
export function MergeDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Dialog onClose={onClose} title={t('merge')} size="lg">
      {chosen === null ? (
        <Choice member={member} onChoose={choose} />
      ) : (
        <Both member={member} otherId={chosen} onBack={() => choose(null)} onClose={onClose} />
      )}
    </Dialog>
  )
}

type BothProps = Props & { otherId: string; onBack: () => void }

function Both({ member, otherId, onBack, onClose }: BothProps) {
  const { data: other, error, refetch } = useMember(otherId)
  if (error && !other) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!other) return <Skeleton h={180} />
  return <MergeForm member={member} other={other} onBack={onBack} onClose={onClose} />
}

type ChoiceProps = { member: Props['member']; onChoose: (memberId: string) => void }

function Choice({ member, onChoose }: ChoiceProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const { data, error, isPending, refetch } = useDoubles(member.id)
  return (
    <Stack gap="lg">
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('alike')}
        </Title>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton h={60} />}
        {data?.items.length === 0 && <Text c="dimmed">{t('alikeNone')}</Text>}
        <ul className={classes.invited} aria-label={t('alike')}>
          {data?.items.map((one) => (
            <li key={one.memberId}>
              <Group justify="space-between" wrap="nowrap">
                <div style={{ minWidth: 0 }}>
                  <Text fw={600}>{one.name}</Text>
                  <Text size="sm" c="dimmed">
                    {[f.phone(one.phone), ...one.reasons.map((why) => t(`why.${why}`))].join(' · ')}
                  </Text>
                </div>
                <Button variant="default" size="xs" onClick={() => onChoose(one.memberId)}>
                  {t('choose')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </section>
      <Search member={member} onChoose={onChoose} />
    </Stack>
  )
}

function Search({ member, onChoose }: ChoiceProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const [typed, type] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 300)
  const found = rowsOf(useMembers({ q: q || undefined })) ?? []
  return (
    <Select
      label={t('other')}
      placeholder={t('otherPlaceholder')}
      searchable
      value={null}
      onChange={(id) => id && onChoose(id)}
      onSearchChange={type}
      // The service has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t('nobody')}
      data={found
        .filter((one) => one.id !== member.id)
        .slice(0, 20)
        .map((one) => ({ value: one.id, label: `${one.name}, ${f.phone(one.phone)}` }))}
    />
  )
}
