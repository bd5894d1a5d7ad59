import { useState } from 'react'
import { useProgramProblems, type WorkingDraft } from '@/base/api/queries/program'
import type { Problem } from '../../condition/kind'
import type { ProgramDoc } from '../document/program'
import { useSaving } from './useSaving'

export type Edit = (doc: ProgramDoc) => ProgramDoc

const NONE: readonly Problem[] = []

/** The draft in the forms: the document, what the service says of it, and the way back from what was removed. */
export function useDraftEditing(loaded: WorkingDraft) {
  const { change, keep, take, ...saving } = useSaving(loaded)
  const [removed, setRemoved] = useState<{ what: string; before: ProgramDoc }>()
  const { problems, notes, check } = useProgramProblems(saving.draft)
  return {
    ...saving,
    problems: problems ?? NONE,
    /** What is no mistake but good to know. */
    notes: notes ?? NONE,
    retry: keep,
    /** Changes the document; answers what the service then says of it, nothing when it could not be saved. */
    apply: async (edit: Edit): Promise<readonly Problem[] | undefined> => {
      setRemoved(undefined)
      const saved = await change(edit)
      return saved && (await check(saved)).problems
    },
    /** A change that can be undone until the next one. */
    remove: (what: string, edit: Edit) => {
      setRemoved({ what, before: saving.doc })
      void change(edit)
    },
    removed: removed?.what,
    undo: () => {
      if (removed) void change(() => removed.before)
      setRemoved(undefined)
    },
    take: (draft: WorkingDraft) => {
      setRemoved(undefined)
      take(draft)
    },
  }
}

export type Editing = ReturnType<typeof useDraftEditing>
