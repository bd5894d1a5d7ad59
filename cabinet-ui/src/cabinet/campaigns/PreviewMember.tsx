import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useMembers } from '@/base/api/queries/members'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { rowsOf } from '@/base/list/pages'
import { texts } from './previewTexts'

type Props = { onChange: (member: { id: string; name: string } | null) => void }

/** On whom to look at it. */
export function PreviewMember({ onChange }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const [typed, type] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 300)
  const [chosen, choose] = useState<{ value: string; label: string } | null>(null)
  // The chosen one stays among the options, whatever is searched for next.
  const found = (rowsOf(useMembers({ q: q === chosen?.label ? undefined : q || undefined })) ?? [])
    .filter((one) => one.id !== chosen?.value)
    .slice(0, 20)
  return (
    <Select
      label={t('member')}
      placeholder={t('memberPlaceholder')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('memberClear') }}
      value={chosen?.value ?? null}
      onChange={(id, option) => {
        choose(id && option ? { value: id, label: option.label } : null)
        const one = found.find((member) => member.id === id)
        onChange(one ? { id: one.id, name: one.name } : null)
      }}
      onSearchChange={type}
      // The service has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t('nobody')}
      data={[
        ...(chosen ? [chosen] : []),
        ...found.map((one) => ({ value: one.id, label: `${one.name}, ${f.phone(one.phone)}` })),
      ]}
    />
  )
}
