import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useCategories, useSaveCategory } from '@/base/api/queries/goods'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { CategoryForm, RemoveCategory } from './CategoryForms'
import { texts } from './texts'
import { type Placed, placed } from './tree'

/** All categories as a tree: added, renamed, moved, taken away. */
export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const categories = useCategories()
  const all = placed(categories.data?.items ?? [])
  return (
    <Dialog onClose={onClose} title={t('categories')}>
      <Stack>
        {categories.error && <ErrorNote error={categories.error} onRetry={() => void categories.refetch()} />}
        {categories.data && all.length === 0 && <Text c="dimmed">{t('noCategories')}</Text>}
        {all.length > 0 && (
          <Stack gap={4} component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {all.map((one) => (
              <CategoryRow key={one.id} category={one} />
            ))}
          </Stack>
        )}
        <NewCategory />
      </Stack>
    </Dialog>
  )
}

function CategoryRow({ category }: { category: Placed }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null)
  const close = () => setAsked(null)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="xs" pl={category.depth * 20}>
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <b>{category.name}</b>
        <Text size="sm" c="dimmed">
          {t('total', { count: category.goodsBelow })}
          {category.key !== category.name && ` · ${t('keyHint', { key: category.key })}`}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          size={36}
          aria-label={t('changeCategory', { name: category.name })}
          onClick={() => setAsked('change')}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={36}
          aria-label={t('removeCategory', { name: category.name })}
          onClick={() => setAsked('remove')}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {asked === 'change' && <CategoryForm category={category} onClose={close} />}
      {asked === 'remove' && <RemoveCategory category={category} onClose={close} />}
    </Group>
  )
}

function NewCategory() {
  const t = useTexts(texts)
  const save = useSaveCategory(undefined)
  const [name, setName] = useState('')
  function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim()) save.mutate({ name: name.trim(), parentId: null }, { onSuccess: () => setName('') })
  }
  return (
    <form onSubmit={add}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('newCategory')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={save.isPending} disabled={!name.trim()}>
          {t('addCategory')}
        </Button>
      </Group>
      {save.error && <ErrorNote error={save.error} />}
    </form>
  )
}
