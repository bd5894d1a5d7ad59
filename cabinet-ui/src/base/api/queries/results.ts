import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  settings: ['results', 'settings'] as const,
  campaign: (id: string) => ['results', 'campaign', id] as const,
  automation: (id: string) => ['results', 'campaign', 'automation', id] as const,
  quarter: (back: number) => ['results', 'campaign', 'quarter', back] as const,
  advice: (of: Asked) => ['results', 'advice', of] as const,
}

const MINUTE = 60_000

/** What a campaign brought so far; purchases come in all the time. */
export function useCampaignResult(campaignId: string) {
  return useQuery({
    queryKey: keys.campaign(campaignId),
    queryFn: () => unwrap(api.GET('/campaigns/{campaignId}/result', { params: { path: { campaignId } } })),
    refetchInterval: (query) => (query.state.data?.ended ? false : MINUTE),
  })
}

/** What an automation brought since its hold-out has its present share. */
export function useAutomationResult(automationId: string) {
  return useQuery({
    queryKey: keys.automation(automationId),
    queryFn: () => unwrap(api.GET('/automations/{automationId}/result', { params: { path: { automationId } } })),
  })
}

/** What all advertising of a quarter brought; 0: of this one. */
export function useQuarterResult(back: number, enabled: boolean) {
  return useQuery({
    queryKey: keys.quarter(back),
    queryFn: () => unwrap(api.GET('/reports/hold-out', { params: { query: { back } } })),
    enabled,
    placeholderData: keepPreviousData,
  })
}

type Asked = { members: number; windowDays: number; percent?: number }

/** What a hold-out of this share would see and cost; without a share, of the advised one. */
export function useHoldOutAdvice(of: Asked | undefined) {
  return useQuery({
    queryKey: keys.advice(of ?? { members: 0, windowDays: 0 }),
    queryFn: ({ signal }) => unwrap(api.GET('/hold-out-advice', { params: { query: of as Asked }, signal })),
    enabled: of !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function useResultSettings() {
  return useQuery({ queryKey: keys.settings, queryFn: () => unwrap(api.GET('/result-settings')) })
}

export function useChangeResultSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ResultSettings']) => unwrap(api.PUT('/result-settings', { body })),
    onSuccess: (settings) => {
      client.setQueryData(keys.settings, settings)
      // Profit is told by the margin.
      return client.invalidateQueries({ queryKey: ['results', 'campaign'] })
    },
  })
}
