import { TagsInput } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useTagMember, useTags } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './profileTexts'

/** The member's tags: each is kept as soon as it is given or taken away. */
export function TagsField({ member }: { member: Schemas['MemberDetail'] }) {
  const t = useTexts(texts)
  const known = useTags().data?.items ?? []
  const tag = useTagMember(member.id)
  const tags = member.tags ?? []

  function change(wanted: string[]) {
    const add = wanted.filter((one) => !tags.includes(one))
    const remove = tags.filter((one) => !wanted.includes(one))
    if (add.length + remove.length > 0) tag.mutate({ add, remove }, { onError: toast.error })
  }
  return (
    <TagsInput
      label={t('tags')}
      description={t('tagsHint')}
      placeholder={t('tagsPlaceholder')}
      data={known.filter((one) => !tags.includes(one))}
      value={tag.isPending ? shown(tags, tag.variables) : tags}
      onChange={change}
      maxTags={30}
      splitChars={[',', ';']}
      maxLength={40}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

/** What it will be, for as long as the service has not said so. */
function shown(tags: readonly string[], { add = [], remove = [] }: { add?: string[]; remove?: string[] }) {
  return [...tags.filter((one) => !remove.includes(one)), ...add]
}
