import { useRef, useState } from 'react'
import { ApiError } from '@/base/api/problem'
import {
  fetchChangedDraft,
  fetchProgramDraft,
  type Saved,
  useSaveProgramDraft,
  type WorkingDraft,
} from '@/base/api/queries/program'
import { useTexts } from '@/base/i18n/texts'
import { texts } from '../base/texts'
import type { ProgramDoc } from '../document/program'

const begin = (draft: WorkingDraft) => ({
  doc: draft.program as ProgramDoc,
  kept: draft.program as ProgramDoc,
  draft,
  last: Promise.resolve<Saved | undefined>(undefined),
})

/** The document, saved after every change: one after the other, and never over another person's. */
export function useSaving(loaded: WorkingDraft) {
  const t = useTexts(texts)
  const [draft, setDraft] = useState(loaded)
  const [doc, setDoc] = useState(() => loaded.program as ProgramDoc)
  const [theirs, setTheirs] = useState<WorkingDraft>()
  const [error, setError] = useState<unknown>()
  const now = useRef(begin(loaded))
  const save = useSaveProgramDraft(t('draftName'))

  async function write(): Promise<Saved | undefined> {
    const { doc: program, kept, draft: seen } = now.current
    if (program === kept) return seen
    try {
      const other = seen.id ? undefined : await fetchChangedDraft()
      if (other) {
        setTheirs(other)
        return undefined
      }
      const saved = await save.mutateAsync({ draft: seen, program })
      now.current = { ...now.current, kept: program, draft: saved }
      setDraft(saved)
      setError(undefined)
      return saved
    } catch (failure) {
      const overtaken = failure instanceof ApiError && failure.code === 'DRAFT_CHANGED' && seen.id
      if (overtaken) setTheirs(await fetchProgramDraft(overtaken))
      else setError(failure)
      return undefined
    }
  }
  /** Answers what holds the last change; nothing when it could not be kept. */
  function keep(): Promise<Saved | undefined> {
    now.current.last = now.current.last.then(write)
    return now.current.last
  }
  function change(edit: (doc: ProgramDoc) => ProgramDoc) {
    now.current.doc = edit(now.current.doc)
    setDoc(now.current.doc)
    return keep()
  }
  /** Goes on from what stands at the service. */
  function take(other: WorkingDraft) {
    now.current = begin(other)
    setDoc(now.current.doc)
    setDraft(other)
    setTheirs(undefined)
    setError(undefined)
  }
  return { draft, doc, change, keep, saving: save.isPending, error, theirs, take }
}
