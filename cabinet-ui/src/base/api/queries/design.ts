import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  current: ['design', 'current'] as const,
  draft: ['design', 'draft'] as const,
  images: ['design', 'images'] as const,
  reach: ['design', 'reach'] as const,
  versions: ['design', 'versions'] as const,
  preview: (document: string, sample: Sample) => ['design', 'preview', sample, document] as const,
}

/**
 * Whose card is drawn and on whose phone.
 * @property memberId of a real one: tier and bonuses are theirs
 */
export type Sample = { tier: string; lang: 'ru' | 'en'; customer: SampleCustomer; memberId?: string }
export type SampleCustomer = NonNullable<Schemas['DesignTry']['customer']>

/** What cards look like now; asked every second while a publication is on its way to the cards. */
export function useDesign() {
  return useQuery({
    queryKey: keys.current,
    queryFn: () => unwrap(api.GET('/design')),
    refetchInterval: (query) => {
      const restyle = query.state.data?.restyle
      return restyle && !restyle.finishedAt ? 1000 : false
    },
  })
}

export function useDesignDraft() {
  return useQuery({
    queryKey: keys.draft,
    queryFn: () => unwrap(api.GET('/design/draft')),
    // A form stands on it: nothing may change it behind the person's back.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** A sample card of a tier by this document, once it is known; refused with every mistake that the document has. */
export function useDesignPreview(document: string | undefined, sample: Sample) {
  return useQuery({
    queryKey: keys.preview(document ?? '', sample),
    enabled: document !== undefined,
    queryFn: () =>
      unwrap(
        api.POST('/design/preview', {
          body: { ...sample, document: JSON.parse(document ?? ''), tier: sample.tier || null },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
}

/** The same, of another balance when one is given, for a phone that tries the card on. */
export function useMakeSample() {
  return useMutation({
    mutationFn: (body: Sample & { document: Record<string, unknown>; balance?: number }) =>
      unwrap(api.POST('/design/preview', { body: { ...body, tier: body.tier || null } })),
  })
}

export function useSaveDesignDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['DesignDraftRequest']) => unwrap(api.PUT('/design/draft', { body })),
    onSuccess: (draft) => client.setQueryData(keys.draft, draft),
  })
}

export function useDiscardDesignDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await unwrap(api.DELETE('/design/draft'))
      return unwrap(api.GET('/design/draft'))
    },
    onSuccess: (draft) => client.setQueryData(keys.draft, draft),
  })
}

export function usePublishDesign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) => unwrap(api.POST('/design/publish', { body: { revision } })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.current }),
        client.invalidateQueries({ queryKey: keys.versions }),
      ]),
  })
}

export function useDesignReach(enabled: boolean) {
  return useQuery({
    queryKey: keys.reach,
    queryFn: () => unwrap(api.GET('/design/reach')),
    enabled,
    staleTime: 0,
  })
}

export function useDesignVersions(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.versions,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/design/versions', { params: { query: { limit: 20, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })
}

export function useFetchDesignVersion() {
  return useMutation({
    mutationFn: (number: number) => unwrap(api.GET('/design/versions/{number}', { params: { path: { number } } })),
  })
}

export function useDesignImages() {
  return useQuery({ queryKey: keys.images, queryFn: () => unwrap(api.GET('/design/images')) })
}

export function useAddDesignImage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (content: string) => unwrap(api.POST('/design/images', { body: { content } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.images }),
  })
}

/** Where a browser finds an uploaded picture. */
export function designImageUrl(id: string): string {
  return `/api/v1/design/images/${id}`
}
