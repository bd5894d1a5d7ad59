import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from './client'
import { type Answer, unwrap } from './problem'
import type { paths } from './schema'

type Asked<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q; path?: never } } }
  ? NonNullable<Q>
  : never

type Page<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body & { nextCursor?: string | null }
  : never

/** Addresses of the contract that answer page by page. */
type ListPath = { [P in keyof paths]: 'cursor' extends keyof Asked<P> ? P : never }[keyof paths]

type Get = <P extends ListPath>(path: P, init: object) => Promise<Answer<Page<P>>>

/**
 * A list, page by page, with what it is narrowed down to: `useList('/audit', { author })`. It is kept under its
 * address: `invalidateQueries({ queryKey: ['/audit'] })`.
 */
export function useList<P extends ListPath>(path: P, query: Omit<Asked<P>, 'limit' | 'cursor'>, enabled = true) {
  return useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) =>
      unwrap((api.GET as Get)(path, { params: { query: { ...query, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
}
