import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

type Run = Schemas['WhatIf']

const keys = {
  list: ['what-if'] as const,
  one: (id: string) => ['what-if', id] as const,
}
const NEXT_LOOK = 1000

export const isOpen = (run: Run) => run.state === 'QUEUED' || run.state === 'RUNNING'

/** The last replays, newest first, without their results. */
export function useWhatIfs() {
  return useQuery({
    queryKey: keys.list,
    queryFn: () => unwrap(api.GET('/program/what-if', { params: { query: { limit: 20 } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? NEXT_LOOK : false),
  })
}

/** A replay, looked at again and again for as long as it is not over. */
export function useWhatIf(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: () => unwrap(api.GET('/program/what-if/{whatIfId}', { params: { path: { whatIfId: id } } })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? NEXT_LOOK : false),
  })
}

export function useStartWhatIf() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['WhatIfRequest']) => unwrap(api.POST('/program/what-if', { body })),
    onSuccess: (run) => {
      client.setQueryData(keys.one(run.id), run)
      return client.invalidateQueries({ queryKey: keys.list, exact: true })
    },
  })
}

/** Cancels a replay that is not over; one that is over is forgotten. */
export function useRemoveWhatIf() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/program/what-if/{whatIfId}', { params: { path: { whatIfId: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list }),
  })
}
