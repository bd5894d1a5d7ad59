import { useCallback, useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { type DraftContent, keepDraft, readDraft, useDraftsChanged } from '@/base/api/queries/campaignDrafts'

const REST = 800
const AGAIN = 5000

type Draft = Schemas['CampaignDraft']

/** `theirs` is what somebody else has made of it meanwhile. */
export type Saved =
  | { state: 'none' | 'saving' | 'saved' | 'failed' }
  | { state: 'conflict'; theirs: Draft }
  | { state: 'gone' }

/**
 * Keeps a draft with the service whenever writing has come to rest. One save at a time: the revision that the next one names is the answer
 * of the one before.
 *
 * @param rests nothing is kept by itself meanwhile: it is being begun
 */
export function useAutosave(first: Draft | undefined, body: DraftContent, rests: boolean) {
  const said = JSON.stringify(body)
  const known = useRef(first)
  const kept = useRef(said)
  const running = useRef<Promise<Draft | undefined> | undefined>(undefined)
  const [saved, setSaved] = useState<Saved>({ state: first ? 'saved' : 'none' })
  const [tries, again] = useState(0)
  const changed = useDraftsChanged()

  const save = useCallback(
    async (content: DraftContent): Promise<Draft | undefined> => {
      await running.current
      const text = JSON.stringify(content)
      if (known.current && kept.current === text) return known.current
      const attempt = (async () => {
        setSaved({ state: 'saving' })
        try {
          const draft = await keepDraft(known.current, content)
          known.current = draft
          kept.current = text
          setSaved({ state: 'saved' })
          changed()
          return draft
        } catch (error) {
          setSaved(await failure(error, known.current))
          return undefined
        }
      })()
      running.current = attempt
      return attempt
    },
    [changed],
  )

  const stopped = saved.state === 'conflict' || saved.state === 'gone'
  const failed = saved.state === 'failed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a try that failed is followed by another
  useEffect(() => {
    if (rests || stopped || kept.current === said) return
    const timer = setTimeout(() => void save(JSON.parse(said)).then(() => again((n) => n + 1)), failed ? AGAIN : REST)
    return () => clearTimeout(timer)
  }, [said, save, rests, stopped, failed, tries])

  return {
    saved,
    draftId: known.current?.id,
    unsaved: () => !rests && kept.current !== said,
    save,
    /** What I have written counts, whatever they have. */
    overwrite(theirs: Draft) {
      known.current = theirs
      return save(body)
    },
  }
}

async function failure(error: unknown, known: Draft | undefined): Promise<Saved> {
  if (!(error instanceof ApiError) || !known) return { state: 'failed' }
  if (error.status === 404) return { state: 'gone' }
  if (error.status !== 409) return { state: 'failed' }
  try {
    return { state: 'conflict', theirs: await readDraft(known.id) }
  } catch {
    return { state: 'failed' }
  }
}
