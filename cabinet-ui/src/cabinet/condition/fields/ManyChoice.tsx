import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import type { Words } from '../words'

type Props = Omit<MultiSelectProps, 'data' | 'value'> & {
  words: Words
  /** Which of the shop's own things: `tier`, `store`, … */
  of: string
  value: readonly string[]
}

/** Several of the shop's own things, by their names. What the shop does not have any more can be taken out. */
export function ManyChoice({ words, of, value, placeholder, ...input }: Props) {
  const known = words.choices(of)
  const gone = value.filter((one) => !known.some((choice) => choice.value === one))
  return (
    <MultiSelect
      {...input}
      placeholder={value.length === 0 ? placeholder : undefined}
      data={[...known, ...gone.map((one) => ({ value: one, label: one }))]}
      value={[...value]}
      searchable
      hidePickedOptions
      limit={100}
    />
  )
}
