import { zodResolver } from '@hookform/resolvers/zod'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useStartDraft } from '@/base/api/queries/campaignDrafts'
import { useAudience } from '@/base/api/queries/campaigns'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { MAX_TEXT } from '../composer/MessageText'
import { smsParts, withoutBraces } from '../composer/smsParts'
import { useCurrentSession } from '../layout/currentSession'
import { requestOf } from './chosen'
import { type Content, keptOf } from './content'
import { texts as draftTexts } from './draftTexts'
import { tailOf } from './EridField'
import { recipientsOf } from './estimate'
import { useHoldOut } from './HoldOutChoice'
import { texts } from './texts'
import { useAutosave } from './useAutosave'
import { useWhen } from './useWhen'

const AFTER_CHANGE = 400
/** Where a ready text waits for the shop's own words: an ellipsis that stands alone. */
const GAP = /(^|\s)…(\s|[.!?]|$)/

export type Draft = ReturnType<typeof useDraft>

/** A campaign that is being written, and whom it would reach as it stands. */
export function useDraft(begins: Content) {
  const form = useCampaignForm(begins)
  const [name, text] = useWatch({ control: form.control, name: ['name', 'text'] })
  const [rest, setRest] = useState(begins)
  const content: Content = { ...rest, name, text }
  const set = (changed: Partial<Content>) => setRest((now) => ({ ...now, ...changed }))
  const [settled] = useDebouncedValue(content.chosen, AFTER_CHANGE)
  const tail = useTail(content.erid)
  const parts = smsParts(withoutBraces(wordsBy(content, 'SMS')) + tail)
  const audience = useAudience({ ...requestOf(settled), ways: content.ways.kinds, parts })
  const { advice, percent } = useHoldOut(content.holdOut, audience.data?.members)
  const reached = (audience.data?.withWallet ?? 0) + sum(audience.data?.beside)
  const recipients = recipientsOf(reached, percent ?? 0)
  return { form, content, set, tail, parts, audience, advice, percent, reached, recipients }
}

/** The words of a way, in whatever language. */
export function wordsBy({ text, variants }: Content, by: 'SMS' | 'CARD'): string {
  return variants.find((one) => one.by === by && !one.lang)?.text || text
}

/** As the service writes it. */
function useTail(erid: string): string {
  const { merchantName } = useCurrentSession()
  return erid.trim() ? `\n${tailOf(merchantName, erid.trim())}` : ''
}

function sum(beside: Schemas['Audience']['beside']): number {
  return (beside ?? []).reduce((all, { members }) => all + members, 0)
}

function useCampaignForm({ name, text }: Content) {
  const t = useTexts(texts)
  return useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('nameRequired')).max(100),
        text: z
          .string()
          .trim()
          .min(1, t('textRequired'))
          .max(MAX_TEXT)
          .refine((said) => !GAP.test(said), t('textGap')),
      }),
    ),
    defaultValues: { name, text },
  })
}

/** The draft kept last is begun, once however often it is tried. */
export function useStart({ form, content, percent }: Draft, first: Schemas['CampaignDraft'] | undefined) {
  const t = useTexts(draftTexts)
  const navigate = useNavigate()
  const start = useStartDraft()
  const say = useWhen()
  const [starting, setStarting] = useState(false)
  const [whenError, setWhenError] = useState<string>()
  const autosave = useAutosave(first, keptOf(content), starting)

  function failed(error: unknown, back: () => void) {
    setStarting(false)
    const wrong = error instanceof ApiError ? error : undefined
    const ofText = wrong?.fieldError('text')
    const ofWhen = wrong?.fields.find(({ field }) => field.startsWith('when'))?.detail
    setWhenError(ofWhen)
    if (ofText) form.setError('text', { message: ofText })
    if (!ofText && !ofWhen) return
    start.reset()
    back()
  }

  async function send(back: () => void) {
    setStarting(true)
    const kept = await autosave.save(keptOf(content, percent ?? 0))
    if (!kept) {
      setStarting(false)
      back()
      return
    }
    start.mutate(kept, {
      onSuccess: ({ campaignId, draft }) => {
        if (draft) toast.success(t('plannedToast', { when: say(draft.when, draft.nextOn) }))
        void navigate(
          campaignId
            ? { to: '/campaigns/$campaignId', params: { campaignId }, ignoreBlocker: true }
            : { to: '/campaigns', ignoreBlocker: true },
        )
      },
      onError: (error) => failed(error, back),
    })
  }
  return { autosave, busy: starting, error: start.error, whenError, send }
}
