import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type Import = Schemas['Import']
export type ImportKind = Import['about']['kind']

const keys = {
  list: (kind: ImportKind) => ['imports', kind] as const,
  one: (id: string) => ['import', id] as const,
}
const NEXT_LOOK = 700

export const isWorking = ({ state }: Import) => state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING'

/** The last imports of a kind. */
export function useImports(kind: ImportKind) {
  return useQuery({
    queryKey: keys.list(kind),
    queryFn: () => unwrap(api.GET('/imports', { params: { query: { kind } } })),
  })
}

/** One import, looked at again and again while it is worked on. */
export function useImport(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: () => unwrap(api.GET('/imports/{importId}', { params: { path: { importId: id } } })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? NEXT_LOOK : false),
  })
}

function useKeep() {
  const client = useQueryClient()
  return (one: Import) => {
    client.setQueryData(keys.one(one.id), one)
    return client.invalidateQueries({ queryKey: keys.list(one.about.kind) })
  }
}

/** Brings a file. */
export function useCreateImport(kind: ImportKind) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (file: File) =>
      unwrap(
        api.POST('/imports', {
          params: { query: { kind, name: file.name.slice(-200) } },
          headers: { 'Content-Type': 'application/octet-stream' },
          // The contract's "binary" is a text to the generated types; what is sent is the file itself.
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as File,
        }),
      ),
    onSuccess: keep,
  })
}

export function useCheckImport() {
  const keep = useKeep()
  return useMutation({
    mutationFn: ({ id, columns }: { id: string; columns: string[] }) =>
      unwrap(api.POST('/imports/{importId}/check', { params: { path: { importId: id } }, body: { columns } })),
    onSuccess: keep,
  })
}

/** Takes the rows in, stops that, or takes it back. */
export function useImportAct(act: 'run' | 'stop' | 'undo') {
  const keep = useKeep()
  return useMutation({
    mutationFn: (id: string) => {
      const one = { params: { path: { importId: id } } }
      if (act === 'run') return unwrap(api.POST('/imports/{importId}/run', one))
      if (act === 'stop') return unwrap(api.POST('/imports/{importId}/stop', one))
      return unwrap(api.POST('/imports/{importId}/undo', one))
    },
    onSuccess: keep,
  })
}

/** What was brought stays; the list of imports forgets it. */
export function useRemoveImport(kind: ImportKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/imports/{importId}', { params: { path: { importId: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list(kind) }),
  })
}

/** What lists show is old when an import is over. */
export function useForgetLists() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' })
}

export function remarksUrl(id: string, lang: string) {
  return `/api/v1/imports/${id}/remarks?lang=${lang}`
}
