import { useState } from 'react'
import { under } from '../../condition/kind'
import { RuleDialog } from '../../rule/RuleDialog'
import type { Rule } from '../document/program'
import { withRule } from '../document/rules'
import type { Editing } from '../editing/useDraftEditing'
import { isUnder } from '../sections/SectionDialog'

type Props = { rule: Rule; edit: Editing; onClose: () => void }

/** A rule, old or new, in its form; stays open for as long as the service finds mistakes in it. */
export function EditRule({ rule, edit, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const at = `/rules/${edit.doc.rules?.findIndex((one) => one.id === rule.id) ?? -1}`

  async function save(value: Rule) {
    setBusy(true)
    let place = ''
    const problems = await edit.apply((doc) => {
      const next = withRule(doc, value)
      place = `/rules/${next.rules?.findIndex((one) => one.id === value.id)}`
      return next
    })
    setBusy(false)
    if (!problems?.some((one) => one.severity === 'ERROR' && isUnder(one.pointer, [place]))) onClose()
  }
  return (
    <RuleDialog
      value={rule}
      program={edit.doc}
      problems={under(edit.problems, at)}
      busy={busy}
      onSave={save}
      onClose={onClose}
    />
  )
}
