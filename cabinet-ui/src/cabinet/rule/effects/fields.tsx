import { Select } from '@mantine/core'
import { GoodsForm } from '../../condition/fields/GoodsForm'
import { type FormProps, said, under } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { Effect } from '../document/rule'
import { texts } from './texts'

/** On which goods an effect acts. */
export function GoodsField<E extends Effect>({ value, onChange, problems, words }: FormProps<E>) {
  return (
    <GoodsForm
      label={words.say(texts.goods)}
      value={value.goods}
      onChange={(goods) => onChange({ ...value, goods })}
      problems={under(problems, '/goods')}
      words={words}
    />
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  error?: string | undefined
}

/** One of a few ways. */
export function Choice<T extends string>({ label, value, options, onChange, error }: ChoiceProps<T>) {
  return (
    <Select
      label={label}
      maw={310}
      value={value}
      data={options}
      onChange={(next) => {
        const chosen = options.find((one) => one.value === next)
        if (chosen) onChange(chosen.value)
      }}
      error={error}
    />
  )
}

export type Spread = 'PROPORTIONAL' | 'ON_ITEM'

/** Where a promotion's discount is printed. */
export function SpreadField<E extends Effect & { spread?: Spread | null }>(
  props: FormProps<E> & { optional?: boolean },
) {
  const { value, onChange, problems, words, optional = false } = props
  const options = (
    optional ? (['DEFAULT', 'PROPORTIONAL', 'ON_ITEM'] as const) : (['PROPORTIONAL', 'ON_ITEM'] as const)
  ).map((one) => ({ value: one, label: words.say(texts[`spread.${one}`]) }))
  const { spread: _, ...usual } = value
  return (
    <Choice
      label={words.say(texts.spread)}
      value={value.spread ?? (optional ? 'DEFAULT' : 'PROPORTIONAL')}
      options={options}
      onChange={(next) => onChange(next === 'DEFAULT' ? (usual as E) : { ...value, spread: next })}
      error={said(problems, '/spread', words)}
    />
  )
}

/** One text of several by their key, as choices. */
export function options<T extends string>(
  of: readonly T[],
  text: (one: T) => Parameters<Words['say']>[0],
  words: Words,
) {
  return of.map((one) => ({ value: one, label: words.say(text(one)) }))
}
