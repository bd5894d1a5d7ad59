import { SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { AddCondition } from './AddCondition'
import classes from './Condition.module.css'
import { ConditionItem, type ListProps } from './ConditionItem'
import { type Condition, DEEPEST, MOST, modeOf, partsOf, withMode, withParts } from './condition'
import { under } from './kind'
import { Said } from './Said'
import { texts } from './texts'

/** The conditions of one group, one under the other. */
export function ConditionList({ label, none, value, onChange, kinds, words, problems, depth }: ListProps) {
  const parts = partsOf(value)
  const conditions = parts.map((part) => part.value)
  const { list, button, follow } = useFocusAfter(parts.length)
  const own = problems.filter((one) => one.pointer === '' || one.pointer === '/of')
  const write = (next: Condition[]) => onChange(withParts(value, next))
  return (
    <fieldset className={classes.list} ref={list}>
      <legend className="k-visually-hidden">{label}</legend>
      {parts.length === 0 && <p className={classes.note}>{none}</p>}
      {parts.length > 1 && <Mode value={modeOf(value)} onChange={(mode) => onChange(withMode(value, mode))} />}
      {parts.map((part, index) => (
        <ConditionItem
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands in its place
          key={index}
          value={part.value}
          onChange={(next) => write(conditions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => {
            follow('removed')
            write(conditions.filter((_, at) => at !== index))
          }}
          kinds={kinds}
          words={words}
          problems={under(problems, part.pointer)}
          depth={depth}
          List={ConditionList}
        />
      ))}
      {parts[0]?.pointer !== '' && <Said problems={own} words={words} />}
      {parts.length < MOST && (
        <AddCondition
          button={button}
          kinds={kinds}
          words={words}
          groups={depth < DEEPEST}
          onAdd={(next) => {
            follow('added')
            write([...conditions, next])
          }}
        />
      )}
    </fieldset>
  )
}

function Mode({ value, onChange }: { value: 'all' | 'any'; onChange: (mode: 'all' | 'any') => void }) {
  const t = useTexts(texts)
  return (
    <SegmentedControl
      style={{ alignSelf: 'flex-start' }}
      aria-label={t('mode')}
      value={value}
      onChange={(next) => onChange(next === 'any' ? 'any' : 'all')}
      data={[
        { value: 'all', label: t('all') },
        { value: 'any', label: t('any') },
      ]}
    />
  )
}

/** The keyboard goes on in the condition that was added, or at the button when one was removed. */
function useFocusAfter(count: number) {
  const list = useRef<HTMLFieldSetElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [after, setAfter] = useState<{ what: 'added' | 'removed'; from: number }>()
  useEffect(() => {
    if (!after || after.from === count) return
    setAfter(undefined)
    const items = list.current?.querySelectorAll<HTMLElement>(':scope > [data-condition]')
    const field = items?.[items.length - 1]?.querySelector<HTMLElement>('[data-form] :is(input, button, textarea)')
    const target = after.what === 'added' ? (field ?? button.current) : button.current
    target?.focus()
  }, [after, count])
  return { list, button, follow: (what: 'added' | 'removed') => setAfter({ what, from: count }) }
}
