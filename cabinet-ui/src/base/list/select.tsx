import { Checkbox } from '@mantine/core'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

/** Rows may be ticked, to be done something with. */
export type Selection<T> = {
  ticked: ReadonlySet<string>
  onChange: (ticked: ReadonlySet<string>) => void
  /** What a row is called; read out by screen readers. */
  label: (row: T) => string
}

type Props<T> = { of: Selection<T>; row: T; id: string }

export function TickRow<T>({ of, row, id }: Props<T>) {
  const t = useTexts(texts)
  function tick(checked: boolean) {
    const next = new Set(of.ticked)
    if (checked) next.add(id)
    else next.delete(id)
    of.onChange(next)
  }
  return (
    <Checkbox
      aria-label={t('tick', { what: of.label(row) })}
      checked={of.ticked.has(id)}
      onChange={(event) => tick(event.currentTarget.checked)}
      onClick={(event) => event.stopPropagation()}
    />
  )
}

/** All that are shown; with its name beside it where no column explains it. */
export function TickAll<T>({ of, ids, named }: { of: Selection<T>; ids: readonly string[]; named?: boolean }) {
  const t = useTexts(texts)
  const some = ids.some((id) => of.ticked.has(id))
  const all = ids.length > 0 && ids.every((id) => of.ticked.has(id))
  return (
    <Checkbox
      {...(named ? { label: t('tickAll') } : { 'aria-label': t('tickAll') })}
      checked={all}
      indeterminate={some && !all}
      onChange={() => of.onChange(all ? new Set() : new Set(ids))}
    />
  )
}
