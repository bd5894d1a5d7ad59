/** A list that the service gives page by page, as TanStack Query keeps it. */
export type Paged<T> = {
  data: { pages: ReadonlyArray<{ items: readonly T[] }> } | undefined
  error: unknown
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

export function rowsOf<T>(list: Paged<T>): T[] | undefined {
  return list.data?.pages.flatMap((page) => page.items)
}
