import { useCallback, useRef } from 'react'
import type { Schemas } from '@/base/api/client'
import { useLatest } from '@/base/hooks/useLatest'
import { useChooseMember, type useScan, useSearchMembers } from '../api/queries'
import { endsAPhone, isName, nobodyFound } from './phone'

export type Source = NonNullable<Schemas['ScanRequest']['source']>
type Member = Schemas['ScanResult']
type Acts = { before: () => void; found: (member: Member) => void; failed: () => void }

/** From a card, a number, a name or the end of a phone to the customer; the latest question is the one that counts. */
export function useIdentifying(scan: ReturnType<typeof useScan>, acts: Acts) {
  const search = useSearchMembers()
  const chosen = useChooseMember()
  const { told, forget } = useQuestions()
  const latest = useLatest(acts)
  const { mutateAsync: ask, reset: forgetAnswer } = scan
  const { mutateAsync: look, reset: forgetFound } = search
  const { mutateAsync: take, reset: forgetChoice } = chosen

  const forgetScan = useCallback(() => {
    forget()
    forgetAnswer()
    forgetFound()
    forgetChoice()
  }, [forget, forgetAnswer, forgetFound, forgetChoice])

  const identify = useCallback(
    async (text: string, source: Source, symbology?: string) => {
      latest.current.before()
      forgetFound()
      forgetChoice()
      const came = await told(ask({ text, source, ...(symbology ? { symbology } : {}) }))
      if (came && 'answer' in came) latest.current.found(came.answer)
      else if (came) latest.current.failed()
      return came
    },
    [latest, ask, told, forgetFound, forgetChoice],
  )

  /** What was typed: a card or a phone first, then a name or the last digits of a phone. */
  const lookFor = useCallback(
    async (text: string, search: boolean) => {
      if (!search || !isName(text)) {
        const came = await identify(text, 'MANUAL')
        const nobody = came && 'error' in came && nobodyFound(came.error)
        if (!search || !nobody || !endsAPhone(text)) return
      } else latest.current.before()
      forgetAnswer()
      const came = await told(look(text))
      if (came && 'error' in came) latest.current.failed()
    },
    [latest, identify, told, look, forgetAnswer],
  )

  const choose = useCallback(
    async (searchId: string, item: number) => {
      const came = await told(take({ searchId, item }))
      if (came && 'answer' in came) {
        forgetFound()
        latest.current.found(came.answer)
      } else if (came) latest.current.failed()
    },
    [latest, take, told, forgetFound],
  )

  return {
    identify,
    lookFor,
    choose,
    scanning: scan.isPending || search.isPending || chosen.isPending,
    scanError: scan.error ?? search.error ?? chosen.error,
    /** Those whose name or end of a phone fits, until one is chosen. */
    candidates: search.data,
    forgetScan,
  }
}

/** Of several questions on their way only the latest is answered. */
function useQuestions() {
  const latest = useRef(0)
  const forget = useCallback(() => {
    latest.current++
  }, [])
  /** Undefined: another question came meanwhile. */
  const told = useCallback(async <T>(asked: Promise<T>): Promise<{ answer: T } | { error: unknown } | undefined> => {
    const mine = ++latest.current
    const came = await asked.then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    )
    return mine === latest.current ? came : undefined
  }, [])
  return { told, forget }
}
