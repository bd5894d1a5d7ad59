import { Group, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useSaveItem } from '@/base/api/queries/goods'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { CategoriesSelect } from './CategoryChoice'
import { texts } from './texts'

type Item = Schemas['CatalogueItem']
type Wanted = Pick<Item, 'name' | 'codes' | 'categories' | 'flags' | 'price' | 'cost'>

const NEW: Wanted = { name: '', codes: [], categories: [], flags: [] }

/** One of the goods: new, or as it is. */
export function ItemDialog({ item, onClose }: { item?: Item; onClose: () => void }) {
  const t = useTexts(texts)
  const save = useSaveItem(item?.id)
  const [wanted, setWanted] = useState<Wanted>(item ?? NEW)
  const [tried, setTried] = useState(false)
  const refused = save.error instanceof ApiError ? save.error : undefined
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part })

  function submit() {
    setTried(true)
    const { name, codes, categories, flags, price = null, cost = null } = wanted
    if (!name.trim()) return
    save.mutate(
      { name: name.trim(), codes, categories, flags, price, cost, archived: item?.archived ?? false },
      {
        onSuccess: () => {
          toast.success(t('saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={item ? item.name || item.codes[0] : t('newGood')}>
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={save.isPending}
        error={refused?.code === 'INVALID_FIELDS' || refused?.code === 'GOODS_CODE_TAKEN' ? undefined : save.error}
      >
        <TextInput
          label={t('name')}
          maxLength={300}
          data-autofocus
          value={wanted.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={(tried && !wanted.name.trim() && t('required')) || refused?.fieldError('name')}
        />
        <TagsInput
          label={t('codes')}
          description={t('codesHint')}
          acceptValueOnBlur
          splitChars={[',', ';', ' ']}
          value={wanted.codes}
          onChange={(codes) => change({ codes })}
          error={refused?.code === 'GOODS_CODE_TAKEN' ? refused.message : refused?.fieldError('codes')}
        />
        <CategoriesSelect
          label={t('categories')}
          description={t('categoriesHint')}
          value={wanted.categories}
          onChange={(categories) => change({ categories })}
          error={refused?.fieldError('categories')}
        />
        <Group grow align="flex-start">
          <AmountInput label={t('priceLabel')} value={wanted.price} onChange={(price) => change({ price })} />
          <AmountInput label={t('costLabel')} value={wanted.cost} onChange={(cost) => change({ cost })} />
        </Group>
        <TagsInput
          label={t('flags')}
          description={t('flagsHint')}
          acceptValueOnBlur
          value={wanted.flags}
          onChange={(flags) => change({ flags })}
          error={refused?.fieldError('flags')}
        />
      </Form>
    </Dialog>
  )
}
