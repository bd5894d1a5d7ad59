import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  list: ['automations', 'list'] as const,
  one: (id: string) => ['automations', 'one', id] as const,
  today: (plan: Schemas['AutomationRequest']) => ['automations', 'today', plan] as const,
}

export function useAutomations() {
  return useQuery({ queryKey: keys.list, queryFn: () => unwrap(api.GET('/automations')) })
}

export function useAutomation(automationId: string) {
  return useQuery({
    queryKey: keys.one(automationId),
    queryFn: () => unwrap(api.GET('/automations/{automationId}', { params: { path: { automationId } } })),
  })
}

/** Who would be told today; undefined: there is nothing to ask yet. */
export function useAutomationToday(plan: Schemas['AutomationRequest'] | undefined) {
  return useQuery({
    queryKey: keys.today(plan ?? { kind: 'WELCOME', steps: [] }),
    queryFn: ({ signal }) =>
      unwrap(api.POST('/automations/dry-run', { body: plan ?? { kind: 'WELCOME', steps: [] }, signal })),
    enabled: plan !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** What it would have done in the last year, asked when somebody wants to know. */
export function useAutomationYear() {
  return useMutation({
    mutationFn: (body: Schemas['AutomationRequest']) => unwrap(api.POST('/automations/what-if', { body })),
  })
}

/** @param seen the automation as it was opened; none: a new one */
export function useSaveAutomation(seen: Schemas['Automation'] | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['AutomationRequest']) =>
      unwrap(
        seen
          ? api.PUT('/automations/{automationId}', {
              params: { path: { automationId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
              body,
            })
          : api.POST('/automations', { body }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['automations'] }),
  })
}

export function useSwitchAutomation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) =>
      unwrap(api.PUT('/automations/{automationId}/state', { params: { path: { automationId: id } }, body: { on } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['automations'] }),
  })
}

export function useDeleteAutomation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/automations/{automationId}', { params: { path: { automationId: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list }),
  })
}
