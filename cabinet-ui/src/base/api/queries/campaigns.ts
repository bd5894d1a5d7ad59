import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  list: ['/campaigns'] as const,
  one: (id: string) => ['campaigns', 'one', id] as const,
  audience: (whom: Schemas['AudienceRequest']) => ['campaigns', 'audience', whom] as const,
  preview: (memberId: string, campaign: Words) => ['campaigns', 'preview', memberId, campaign] as const,
}

type Words = Schemas['CampaignContent']

export function isFinished(state: Schemas['Campaign']['state']): boolean {
  return state === 'DONE' || state === 'CANCELLED'
}

/** Follows the campaign every second until it is over. */
export function useCampaign(campaignId: string) {
  return useQuery({
    queryKey: keys.one(campaignId),
    queryFn: () => unwrap(api.GET('/campaigns/{campaignId}', { params: { path: { campaignId } } })),
    refetchInterval: (query) => (query.state.data && isFinished(query.state.data.state) ? false : 1000),
  })
}

export function useAudience(whom: Schemas['AudienceRequest']) {
  return useQuery({
    queryKey: keys.audience(whom),
    queryFn: ({ signal }) => unwrap(api.POST('/campaigns/audience', { body: whom, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useStartCampaign() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Schemas['CampaignRequest'] & { idempotencyKey: string }) =>
      unwrap(api.POST('/campaigns', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list }),
  })
}

export function useSetCampaignState(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (state: 'RUNNING' | 'PAUSED' | 'CANCELLED') =>
      unwrap(api.PUT('/campaigns/{campaignId}/state', { params: { path: { campaignId } }, body: { state } })),
    onSuccess: (campaign) => {
      client.setQueryData(keys.one(campaignId), campaign)
      return client.invalidateQueries({ queryKey: keys.list })
    },
  })
}

/** What a campaign that is being written says to one member, by each way. */
export function useCampaignPreview(memberId: string, campaign: Words) {
  return useQuery({
    queryKey: keys.preview(memberId, campaign),
    queryFn: ({ signal }) => unwrap(api.POST('/campaigns/preview', { body: { memberId, campaign }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Sends the same to oneself. */
export function useTestCampaign() {
  return useMutation({
    mutationFn: (body: { memberId: string; campaign: Words; kind: Schemas['ChannelKind']; phone: string | null }) =>
      unwrap(api.POST('/campaigns/test', { body })),
  })
}
