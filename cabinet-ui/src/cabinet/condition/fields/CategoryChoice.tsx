import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import type { Words } from '../words'
import { texts } from './texts'

type Props = Omit<MultiSelectProps, 'data' | 'value'> & { words: Words; value: readonly string[] }

/** Categories of the shop as a tree; one that the shop does not have can be typed as registers call it. */
export function CategoryChoice({ words, value, onChange, ...input }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const known = words.choices('category')
  const depth = new Map(known.map((one) => [one.value, one.depth ?? 0]))
  const other = [...value.filter((one) => !depth.has(one)), typed.trim()].filter(
    (one, at, all) => one !== '' && all.indexOf(one) === at && !depth.has(one) && !isNamed(one, words),
  )
  return (
    <MultiSelect
      {...input}
      data={[
        ...known.map(({ value: key, label }) => ({ value: key, label })),
        ...other.map((one) => ({ value: one, label: value.includes(one) ? one : t('newCategory', { name: one }) })),
      ]}
      renderOption={({ option }) => (
        <span style={{ paddingInlineStart: 16 * (depth.get(option.value) ?? 0) }}>{option.label}</span>
      )}
      value={[...value]}
      onChange={(next) => {
        onChange?.(next)
        setTyped('')
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
    />
  )
}

const isNamed = (text: string, words: Words) =>
  words.choices('category').some((one) => one.label.toLowerCase() === text.toLowerCase())
