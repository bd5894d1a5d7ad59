import { type ComponentType, useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import type { Problem } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { ProgramDoc } from '../document/program'
import type { Editing } from '../editing/useDraftEditing'
import { texts } from './texts'

/** A form over a part of the document; problems are the document's. */
export type FormProps = {
  doc: ProgramDoc
  onChange: (doc: ProgramDoc) => void
  problems: readonly Problem[]
  words: Words
}

type Props = {
  title: string
  Fields: ComponentType<FormProps>
  /** JSON pointers of what the form changes. */
  parts: readonly string[]
  edit: Editing
  words: Words
  onClose: () => void
}

/** Changes a part of the program; stays open for as long as the service finds mistakes in it. */
export function SectionDialog({ title, Fields, parts, edit, words, onClose }: Props) {
  const t = useTexts(texts)
  const [doc, setDoc] = useState(edit.doc)
  const [busy, setBusy] = useState(false)

  async function done() {
    setBusy(true)
    const problems = await edit.apply(() => doc)
    setBusy(false)
    if (!problems?.some((one) => one.severity === 'ERROR' && isUnder(one.pointer, parts))) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <Form onSubmit={done} submit={t('done')} busy={busy}>
        <Fields doc={doc} onChange={setDoc} problems={edit.problems} words={words} />
      </Form>
    </Dialog>
  )
}

export function isUnder(pointer: string, parts: readonly string[]): boolean {
  return parts.some((part) => pointer === part || pointer.startsWith(`${part}/`))
}
