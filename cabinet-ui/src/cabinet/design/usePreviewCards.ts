import { useDebouncedValue } from '@mantine/hooks'
import { useRef } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { type Sample, useDesignPreview } from '@/base/api/queries/design'
import type { Problems } from './document/form'

const AFTER_TYPING = 350
const NONE: Problems = []

type Cards = Schemas['DesignPreview']['cards']

/** The cards of this document; while it has mistakes, those of the last one without. */
export function usePreviewCards(document: string, sample: Sample) {
  const { data, error } = useChecked(document, sample)
  const last = useRef<Cards>(undefined)
  if (data) last.current = data.cards
  return { cards: last.current, stale: error !== null }
}

type Checked = { problems: Problems; warnings: Schemas['DesignProblem'][]; error: unknown }

/** Every reason of the service against this document, and what it only warns of. */
export function useProblems(document: string, sample: Sample): Checked {
  const { data, error } = useChecked(document, sample)
  if (error instanceof ApiError && error.code === 'DESIGN_INVALID') {
    const problems = error.fields.map((one) => ({ path: one.field, text: one.detail }))
    return { problems, warnings: [], error: null }
  }
  return { problems: NONE, warnings: data?.warnings ?? [], error }
}

function useChecked(document: string, sample: Sample) {
  const [settled] = useDebouncedValue(document, AFTER_TYPING)
  return useDesignPreview(settled, sample)
}
