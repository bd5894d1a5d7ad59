import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useCard } from '@/base/api/queries/publicCard'
import { forgetSnapshot, keepSnapshot, readSnapshot } from './snapshot'

const LIVELY = 4_000
const CALM = 30_000
const LIVELY_FOR = 5 * 60_000

export type LiveCard = {
  card: Schemas['Card'] | undefined
  /** When the shown data was true; undefined while it is fresh. */
  staleSince: number | undefined
  refusal: ApiError | undefined
  error: unknown
  retry: () => void
}

/** The card, kept up to date while somebody looks at it: at the till they wait for the new balance, later they do not. */
export function useLiveCard(token: string): LiveCard {
  const query = useCard(token, { refetchInterval: usePace() })
  const [snapshot] = useState(() => readSnapshot(token))
  const refusal = query.error instanceof ApiError && query.error.status < 500 ? query.error : undefined
  const { data, dataUpdatedAt } = query

  useEffect(() => {
    if (data) keepSnapshot(data, dataUpdatedAt)
  }, [data, dataUpdatedAt])
  useEffect(() => {
    // Whose phone was lost and replaced: a finder must not read here what the service no longer tells.
    if (refusal?.status === 404 || refusal?.code === 'CARD_REPLACED') forgetSnapshot(token)
  }, [refusal, token])

  const cutOff = query.failureCount > 0 || query.fetchStatus === 'paused'
  return {
    card: data ?? snapshot?.card,
    staleSince: data ? (cutOff ? dataUpdatedAt : undefined) : snapshot && cutOff ? snapshot.at : undefined,
    refusal,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

/** Every look at the page starts a lively period. */
function usePace(): number {
  const [pace, setPace] = useState(LIVELY)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wake = () => {
      clearTimeout(timer)
      setPace(LIVELY)
      timer = setTimeout(() => setPace(CALM), LIVELY_FOR)
    }
    wake()
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [])
  return pace
}
