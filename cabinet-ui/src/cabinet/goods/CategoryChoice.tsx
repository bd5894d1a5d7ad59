import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { useCategories } from '@/base/api/queries/goods'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import { type Category, placed } from './tree'

/** Options in the order of the tree; deeper ones stand further right. */
function tree(categories: readonly Category[], by: 'id' | 'key') {
  const all = placed(categories)
  const depth = new Map(all.map((one) => [one[by], one.depth]))
  return {
    data: all.map((one) => ({ value: one[by], label: one.name })),
    renderOption: ({ option }: { option: { value: string; label?: string } }) => (
      <span style={{ paddingInlineStart: 16 * (depth.get(option.value) ?? 0) }}>{option.label ?? option.value}</span>
    ),
  }
}

type OneProps = Omit<SelectProps, 'data' | 'renderOption'> & {
  /** Which may be chosen; absent: all. */
  among?: readonly Category[]
  by: 'id' | 'key'
  /** Choices that are no category, before them. */
  first?: { value: string; label: string }[]
}

/** One category. */
export function CategorySelect({ among, by, first = [], ...select }: OneProps) {
  const all = useCategories().data?.items ?? []
  const { data, renderOption } = tree(among ?? all, by)
  return <Select searchable {...select} data={[...first, ...data]} renderOption={renderOption} />
}

type ManyProps = Omit<MultiSelectProps, 'data' | 'renderOption' | 'value' | 'onChange'> & {
  /** By their keys. */
  value: readonly string[]
  onChange: (keys: string[]) => void
}

/** Several categories by their keys; one that is not there yet is added by typing its name. */
export function CategoriesSelect({ value, onChange, ...select }: ManyProps) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const all = useCategories().data?.items ?? []
  const { data, renderOption } = tree(all, 'key')
  const gone = value.filter((key) => !all.some((one) => one.key === key))
  const fresh = typed.trim()
  const isNew =
    fresh !== '' &&
    !gone.includes(fresh) &&
    !all.some((one) => one.key === fresh || one.name.toLowerCase() === fresh.toLowerCase())
  return (
    <MultiSelect
      {...select}
      searchable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...value]}
      onChange={(keys) => {
        onChange(keys)
        setTyped('')
      }}
      data={[
        ...data,
        ...gone.map((key) => ({ value: key, label: key })),
        ...(isNew ? [{ value: fresh, label: t('newCategoryNamed', { name: fresh }) }] : []),
      ]}
      renderOption={renderOption}
    />
  )
}
