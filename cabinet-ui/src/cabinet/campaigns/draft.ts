import { zodResolver } from '@hookform/resolvers/zod'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Schemas } from '@/base/api/client'
import { newIdempotencyKey } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { useAudience, useStartCampaign } from '@/base/api/queries/campaigns'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { MAX_TEXT } from '../composer/MessageText'
import { smsParts, withoutBraces } from '../composer/smsParts'
import { type Chosen, requestOf } from './chosen'
import { type HoldOut, useHoldOut } from './HoldOutChoice'
import { texts } from './texts'
import type { Ways } from './WaysChoice'

const AFTER_CHANGE = 400

export type Draft = ReturnType<typeof useDraft>

/** A campaign that is being written, and whom it would reach as it stands. */
export function useDraft(begins: Chosen) {
  const [chosen, choose] = useState(begins)
  const [settled] = useDebouncedValue(chosen, AFTER_CHANGE)
  const [ways, setWays] = useState<Ways>({ kinds: [], subject: '', budget: undefined })
  const [holdOut, setHoldOut] = useState<HoldOut>({ windowDays: 14 })
  const form = useCampaignForm()
  const text = useWatch({ control: form.control, name: 'text' })
  const parts = smsParts(withoutBraces(text))
  const audience = useAudience({ ...requestOf(settled), ways: ways.kinds, parts })
  const { advice, percent } = useHoldOut(holdOut, audience.data?.members)
  const reached = (audience.data?.withWallet ?? 0) + sum(audience.data?.beside)
  return {
    ...{ chosen, choose, ways, setWays, holdOut, setHoldOut, advice, percent },
    ...{ form, text, parts, audience, reached },
  }
}

function sum(beside: Schemas['Audience']['beside']): number {
  return (beside ?? []).reduce((all, { members }) => all + members, 0)
}

/** As the service is told. */
function said({ kinds, subject, budget }: Ways) {
  return { ways: kinds, subject: kinds.includes('MAIL') ? subject : '', budget: budget ?? null }
}

function useCampaignForm() {
  const t = useTexts(texts)
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('nameRequired')).max(100),
        text: z.string().trim().min(1, t('textRequired')).max(MAX_TEXT),
      }),
    ),
    defaultValues: { name: '', text: '' },
  })

  useUnsaved(form.formState.isDirty)
  return form
}

/** What was written, sent once however often it is tried. */
export function useStart({ form, chosen, ways, percent, holdOut }: Draft, back: () => void) {
  const how = {
    ...requestOf(chosen),
    ...said(ways),
    holdOutPercent: percent ?? 0,
    windowDays: holdOut.windowDays,
  }
  const navigate = useNavigate()
  const start = useStartCampaign()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)

  function send() {
    start.mutate(
      { idempotencyKey, ...form.getValues(), ...how },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id }, ignoreBlocker: true }),
        onError: (error) => {
          if (!isRetryable(error)) setKey(newIdempotencyKey())
          const wrong = error instanceof ApiError ? error.fieldError('text') : undefined
          if (!wrong) return
          form.setError('text', { message: wrong })
          start.reset()
          back()
        },
      },
    )
  }
  return { start, send }
}
