import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type ListName = Schemas['ListName']
export type SavedView = Schemas['SavedView']
export type ViewWish = Schemas['ViewRequest']

const keys = { list: (list: ListName) => ['views', list] as const }

export function useViews(list: ListName) {
  return useQuery({
    queryKey: keys.list(list),
    queryFn: ({ signal }) => unwrap(api.GET('/views', { params: { query: { list } }, signal })),
    staleTime: 60_000,
  })
}

/** @param seen the view as it was opened; none: a new one */
export function useSaveView(list: ListName, seen: SavedView | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: ViewWish) =>
      seen
        ? unwrap(
            api.PUT('/views/{viewId}', {
              params: { path: { viewId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
              body: wish,
            }),
          )
        : unwrap(api.POST('/views', { body: { list, ...wish } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.list(list) }),
  })
}

export function useDeleteView(list: ListName) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (seen: SavedView) =>
      unwrap(
        api.DELETE('/views/{viewId}', {
          params: { path: { viewId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.list(list) }),
  })
}
