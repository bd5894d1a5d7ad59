import { Select, Stack } from '@mantine/core'
import { useSegments } from '@/base/api/queries/segments'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Condition } from '../condition/condition'
import { useCurrentSession } from '../layout/currentSession'
import { MembersWhen } from '../segments/MembersWhen'
import { type Chosen, OWN, ownBegins } from './chosen'
import { texts } from './texts'

type Props = { value: Chosen; onChange: (value: Chosen) => void; error: unknown }

/** Whom to write to: everybody, a tier, a segment, or by conditions of the campaign's own. */
export function AudienceChoice({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  const segments = useSegments().data?.items ?? []
  return (
    <Stack gap="md">
      <Select
        label={t('tier')}
        size="md"
        allowDeselect={false}
        value={value.of}
        onChange={(of: string | null) => of !== null && onChange(of === OWN ? ownBegins(value) : { of })}
        data={[
          { value: '', label: t('allMembers') },
          { group: t('tiers'), items: tiers.map((one) => ({ value: `tier:${one.id}`, label: text(one.name) })) },
          { group: t('segments'), items: segments.map((one) => ({ value: `segment:${one.id}`, label: one.name })) },
          { group: t('other'), items: [{ value: OWN, label: t('ownCondition') }] },
        ].filter((one) => one.items?.length !== 0)}
      />
      {value.of === OWN && (
        <MembersWhen
          value={value.condition as Condition}
          onChange={(condition) => onChange({ of: OWN, condition })}
          error={error}
        />
      )}
    </Stack>
  )
}
