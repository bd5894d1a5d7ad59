import { useCallback, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useDiscardDesignDraft, useSaveDesignDraft } from '@/base/api/queries/design'
import type { DesignDoc } from './document/document'

/** The document in the form, and what the service has of it. */
export function useDraft(loaded: Schemas['DesignDraft']) {
  const [doc, setDoc] = useState(() => loaded.document as DesignDoc)
  const [saved, setSaved] = useState(() => JSON.stringify(loaded.document))
  const [revision, setRevision] = useState(loaded.revision)
  const save = useSaveDesignDraft()
  const discard = useDiscardDesignDraft()
  const document = JSON.stringify(doc)
  const change = useCallback((edit: (doc: DesignDoc) => DesignDoc) => setDoc(edit), [])

  /** Answers the revision that holds exactly what the form shows; nothing when it could not be kept. */
  async function keep(): Promise<number | undefined> {
    if (document === saved && revision > 0) return revision
    try {
      const draft = await save.mutateAsync({ document: doc, revision })
      setSaved(document)
      setRevision(draft.revision)
      return draft.revision
    } catch {
      return undefined // save.error tells
    }
  }
  /** Takes over what stands at the service. */
  function take(draft: Schemas['DesignDraft']) {
    setDoc(draft.document as DesignDoc)
    setSaved(JSON.stringify(draft.document))
    setRevision(draft.revision)
    save.reset()
  }
  /** The draft is gone: what the form shows is in force. */
  function published() {
    setRevision(0)
    save.reset()
  }
  const error = save.error ?? discard.error
  return {
    doc,
    document,
    change,
    dirty: document !== saved,
    revision,
    save: keep,
    saving: save.isPending,
    error,
    changedByOther: save.error instanceof ApiError && save.error.code === 'DESIGN_DRAFT_CHANGED',
    reload: () => window.location.reload(),
    published,
    discard: (then: () => void) =>
      discard.mutate(undefined, {
        onSuccess: (draft) => {
          take(draft)
          then()
        },
      }),
    discarding: discard.isPending,
  }
}

export type Draft = ReturnType<typeof useDraft>
