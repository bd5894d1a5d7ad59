import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCategories, useRemoveCategory, useSaveCategory } from '@/base/api/queries/goods'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { CategorySelect } from './CategoryChoice'
import { texts } from './texts'
import { type Category, type Placed, placesFor } from './tree'

type Props = { category: Placed; onClose: () => void }

const useOthers = (category: Category) => placesFor(category, useCategories().data?.items ?? [])

/** Another name, another place. */
export function CategoryForm({ category, onClose }: Props) {
  const t = useTexts(texts)
  const save = useSaveCategory(category.id)
  const others = useOthers(category)
  const [name, setName] = useState(category.name)
  const [parentId, setParentId] = useState(category.parentId ?? '')
  const submit = () =>
    name.trim() && save.mutate({ name: name.trim(), parentId: parentId || null }, { onSuccess: onClose })
  return (
    <Dialog onClose={onClose} title={t('changeCategory', { name: category.name })} size="sm">
      <Form onSubmit={submit} submit={t('save')} busy={save.isPending} disabled={!name.trim()} error={save.error}>
        <TextInput
          label={t('name')}
          description={t('keyHint', { key: category.key })}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <CategorySelect
          by="id"
          label={t('inside')}
          among={others}
          first={[{ value: '', label: t('topLevel') }]}
          value={parentId}
          onChange={(id) => setParentId(id ?? '')}
        />
      </Form>
    </Dialog>
  )
}

/** What is not empty is taken away only together with a place for what is in it. */
export function RemoveCategory({ category, onClose }: Props) {
  const t = useTexts(texts)
  const remove = useRemoveCategory()
  const all = useCategories().data?.items ?? []
  const others = useOthers(category)
  const [moveTo, setMoveTo] = useState<string | null>(null)
  const full = (category.goods ?? 0) > 0 || all.some((one) => one.parentId === category.id)
  return (
    <Dialog onClose={onClose} title={t('removeTitle', { name: category.name })} size="sm">
      <Form
        onSubmit={() => remove.mutate({ id: category.id, moveTo: moveTo ?? undefined }, { onSuccess: onClose })}
        submit={t('remove')}
        busy={remove.isPending}
        disabled={full && moveTo === null}
        danger
        error={remove.error}
      >
        {full ? (
          <CategorySelect
            by="id"
            label={t('moveTo')}
            description={t('moveToHint', { name: category.name })}
            among={others}
            value={moveTo}
            onChange={setMoveTo}
          />
        ) : (
          t('removeEmpty')
        )}
      </Form>
    </Dialog>
  )
}
