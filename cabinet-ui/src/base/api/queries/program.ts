import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  current: ['program'] as const,
  drafts: ['program', 'drafts'] as const,
  draft: (id: string) => ['program', 'drafts', id] as const,
  problems: (id: string, revision: number) => ['program', 'drafts', id, 'problems', revision] as const,
  diff: (id: string, revision: number) => ['program', 'drafts', id, 'diff', revision] as const,
  versions: ['program', 'versions'] as const,
  waiting: ['program', 'waiting'] as const,
  versionDiff: (number: number, against: number) => ['program', 'versions', number, 'diff', against] as const,
}

const one = (draftId: string) => ({ params: { path: { draftId } } })
const atRevision = (draftId: string, revision: number) => ({
  params: { path: { draftId }, header: { 'If-Match': `"${revision}"` } },
})

export function useProgram() {
  return useQuery({ queryKey: keys.current, queryFn: () => unwrap(api.GET('/program')) })
}

/** For the owner and the marketer; last changed first. */
export function useProgramDrafts(enabled: boolean) {
  return useQuery({ queryKey: keys.drafts, queryFn: () => unwrap(api.GET('/program/drafts')), enabled })
}

/** What is being changed: a draft, or the program in force for as long as nothing of it was changed. */
export type WorkingDraft = Pick<
  Schemas['ProgramDraft'],
  'basedOn' | 'revision' | 'outdated' | 'updatedBy' | 'program'
> & {
  id: string | undefined
}

/** One that was begun and never changed is none. */
export const isChanged = (draft: Schemas['ProgramDraftHead']) => draft.revision > 1

/** The draft that was changed last; nothing is made before the first change. */
export function useWorkingDraft() {
  return useQuery({
    queryKey: keys.draft('working'),
    queryFn: async (): Promise<WorkingDraft> => (await fetchChangedDraft()) ?? inForce(),
    // Forms stand on it: nothing may change it behind the person's back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
}

async function inForce(): Promise<WorkingDraft> {
  const { number, program } = await unwrap(api.GET('/program'))
  return { id: undefined, basedOn: number, revision: 0, outdated: false, updatedBy: '', program }
}

export async function fetchChangedDraft(): Promise<WorkingDraft | undefined> {
  const head = (await unwrap(api.GET('/program/drafts'))).items.find(isChanged)
  return head && fetchProgramDraft(head.id)
}

export function fetchProgramDraft(draftId: string) {
  return unwrap(api.GET('/program/drafts/{draftId}', one(draftId)))
}

type Change = { draft: WorkingDraft; program: Record<string, unknown> }

/** The first change makes the draft. */
export function useSaveProgramDraft(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ draft, program }: Change) => {
      const { id, revision } = draft.id ? { id: draft.id, revision: draft.revision } : await begun(name)
      const body = draft.id ? { program } : { program, basedOn: draft.basedOn }
      return unwrap(api.PUT('/program/drafts/{draftId}', { ...atRevision(id, revision), body }))
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts, exact: true }),
  })
}

/** One that nobody changed yet is taken: it is there when the change itself could not be kept. */
async function begun(name: string): Promise<{ id: string; revision: number }> {
  const { items } = await unwrap(api.GET('/program/drafts'))
  return items.find((draft) => !isChanged(draft)) ?? unwrap(api.POST('/program/drafts', { body: { name } }))
}

/** Ready programs by kinds of shops. */
export function useProgramTemplates(enabled: boolean) {
  return useQuery({
    queryKey: ['program', 'templates'],
    queryFn: () => unwrap(api.GET('/program/templates')),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A ready program becomes the working draft of a shop that has none. */
export function useTakeTemplate(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (template: string) => {
      const draft = await unwrap(api.POST('/program/drafts', { body: { name, template } }))
      const body = { program: draft.program as Record<string, unknown> }
      return unwrap(api.PUT('/program/drafts/{draftId}', { ...atRevision(draft.id, draft.revision), body }))
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts, exact: true }),
  })
}

/** The draft as it was saved with this revision. */
export type Saved = { id: string | undefined; revision: number }

/** Every mistake and warning of what was saved. */
export function useProgramProblems(now: Saved) {
  const client = useQueryClient()
  const query = ({ id, revision }: Saved) => ({
    queryKey: keys.problems(id ?? 'in force', revision),
    queryFn: () => unwrap(id ? api.POST('/program/drafts/{draftId}/validate', one(id)) : api.POST('/program/validate')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data } = useQuery({ ...query(now), placeholderData: keepPreviousData })
  return { problems: data?.problems, notes: data?.notes, check: (saved: Saved) => client.fetchQuery(query(saved)) }
}

export function useProgramDiff(draftId: string, revision: number, enabled: boolean) {
  return useQuery({
    queryKey: keys.diff(draftId, revision),
    queryFn: () => unwrap(api.GET('/program/drafts/{draftId}/diff', { params: { path: { draftId } } })),
    enabled,
    staleTime: 0,
  })
}

/** By the shop's clock: "2026-12-31T00:00"; nothing = now. */
type Publication = { revision: number; force: boolean; at?: string | undefined }

/** Publishes, and clears the desk: what was drafted is in force, or waits for its moment. */
export function usePublishProgram(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ revision, force, at }: Publication) => {
      const published = await unwrap(
        api.POST('/program/drafts/{draftId}/publish', { ...atRevision(draftId, revision), body: { force, at } }),
      )
      await api.DELETE('/program/drafts/{draftId}', one(draftId))
      return published
    },
    // Not the working draft: the forms that stand on it are about to close.
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.current, exact: true }),
        client.invalidateQueries({ queryKey: keys.drafts, exact: true }),
        client.invalidateQueries({ queryKey: keys.versions }),
        client.invalidateQueries({ queryKey: keys.waiting }),
      ]),
  })
}

export function useDiscardProgramDraft(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) => unwrap(api.DELETE('/program/drafts/{draftId}', atRevision(draftId, revision))),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts, exact: true }),
  })
}

export function useProgramVersions(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.versions,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/program/versions', { params: { query: { limit: 20, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })
}

/** How a version differs from another. */
export function useVersionDiff(number: number, against: number, enabled: boolean) {
  return useQuery({
    queryKey: keys.versionDiff(number, against),
    queryFn: () =>
      unwrap(api.GET('/program/versions/{number}/diff', { params: { path: { number }, query: { against } } })),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** An old version becomes the working draft, in place of what the draft held. */
export function useTakeVersion(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (number: number) => {
      const { program } = await unwrap(api.GET('/program/versions/{number}', { params: { path: { number } } }))
      const { items } = await unwrap(api.GET('/program/drafts'))
      const draft = items[0] ?? (await unwrap(api.POST('/program/drafts', { body: { name } })))
      return unwrap(
        api.PUT('/program/drafts/{draftId}', { ...atRevision(draft.id, draft.revision), body: { program } }),
      )
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts, exact: true }),
  })
}

/** Judged by the draft, or by the program in force. */
export function useTryProgram(draftId: string | undefined) {
  return useMutation({
    mutationFn: (body: Schemas['ProgramTry']) =>
      unwrap(
        draftId
          ? api.POST('/program/drafts/{draftId}/try', { params: { path: { draftId } }, body })
          : api.POST('/program/try', { body }),
      ),
  })
}

/** The program that waits for its moment. */
export function useProgramWaiting(enabled = true) {
  return useQuery({
    queryKey: keys.waiting,
    queryFn: async () => (await unwrap(api.GET('/program/waiting'))).waiting,
    enabled,
    // A moment comes while the page is open.
    refetchInterval: 60_000,
  })
}

/** What waits comes into force now, or becomes a draft again. */
export function useEndWaiting(how: 'publish' | 'take-back') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () =>
      void (how === 'publish'
        ? await unwrap(api.POST('/program/waiting/publish'))
        : await unwrap(api.POST('/program/waiting/take-back'))),
    onSettled: () => client.invalidateQueries({ queryKey: keys.current }),
  })
}
