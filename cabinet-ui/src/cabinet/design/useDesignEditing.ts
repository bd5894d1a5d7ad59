import { useMemo, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useLocale } from '@/base/i18n/locale'
import { isForAll, type Path, parentOf, placeOf, setAt, type Tab } from './document/document'
import { inputId } from './document/form'
import { useDraft } from './useDraft'
import { useProblems } from './usePreviewCards'

/** The draft in the form, what the service says against it, and where in the form one is. */
export function useDesignEditing(loaded: Schemas['DesignDraft'], tiers: Schemas['Tier'][]) {
  const draft = useDraft(loaded)
  const [tier, setTier] = useState('')
  const [shownTier, setShownTier] = useState('')
  const [tab, setTab] = useState<Tab>('look')
  const { problems, warnings, error } = useProblems(draft.document, {
    tier: tiers[0]?.id ?? '',
    lang: useLocale(),
    customer: 'REGULAR',
  })
  const form = useMemo(
    () => ({
      doc: draft.doc,
      set: (path: Path, value: unknown) => draft.change((doc) => setAt(doc, path, value)),
      problems,
      tier,
      tiers,
    }),
    [draft.doc, draft.change, problems, tier, tiers],
  )

  function chooseTier(next: string) {
    setTier(next)
    if (tiers.some((one) => one.id === next)) setShownTier(next)
    if (next && isForAll(tab)) setTab('look')
  }
  function goTo(path: string) {
    const place = placeOf(path)
    setTier(place.tier)
    setTab(place.tab)
    focusWhenThere(path)
  }
  return { draft, form, warnings, error, tab, setTab, setTier: chooseTier, shownTier, setShownTier, goTo }
}

/** The tab of the place is drawn first; then the place gets the focus, or what it belongs to. */
function focusWhenThere(path: string) {
  requestAnimationFrame(() => {
    for (let at = path; at; at = parentOf(at)) {
      const input = document.getElementById(inputId(at))
      if (input) return input.focus()
    }
  })
}
