import type { Schemas } from '@/base/api/client'
import type { DraftContent } from '@/base/api/queries/campaignDrafts'
import type { Condition } from '../condition/condition'
import { type Chosen, OWN, requestOf } from './chosen'
import type { HoldOut, WindowDays } from './HoldOutChoice'
import type { Ways } from './WaysChoice'

export type When = Schemas['CampaignWhen']
export type Gift = NonNullable<Schemas['CampaignGift']>
export type Variant = Schemas['CampaignVariant']

/** What somebody writes, as the form has it. */
export type Content = {
  name: string
  text: string
  chosen: Chosen
  ways: Ways
  holdOut: HoldOut
  when: When
  gift: Gift | null
  variants: Variant[]
  erid: string
}

export function emptyContent(chosen: Chosen): Content {
  return {
    name: '',
    text: '',
    chosen,
    ways: { kinds: [], subject: '', budget: undefined },
    holdOut: { windowDays: 14 },
    when: { type: 'NOW' },
    gift: null,
    variants: [],
    erid: '',
  }
}

/** As the service keeps it. An advised share is not kept: it is advised anew. */
export function keptOf(content: Content, percent = content.holdOut.percent): DraftContent {
  const { ways, holdOut, erid } = content
  return {
    campaign: {
      name: content.name,
      text: content.text,
      ...requestOf(content.chosen),
      ways: ways.kinds,
      subject: ways.kinds.includes('MAIL') ? ways.subject : '',
      budget: ways.budget ?? null,
      holdOutPercent: percent ?? null,
      windowDays: holdOut.windowDays,
      variants: content.variants,
      gift: content.gift,
      erid: erid.trim() || null,
    },
    when: content.when,
  }
}

export function contentOf({ campaign, when }: Pick<Schemas['CampaignDraft'], 'campaign' | 'when'>): Content {
  const percent = campaign.holdOutPercent
  return {
    name: campaign.name ?? '',
    text: campaign.text ?? '',
    chosen: chosenOf(campaign),
    ways: { kinds: campaign.ways ?? [], subject: campaign.subject ?? '', budget: campaign.budget ?? undefined },
    holdOut: {
      windowDays: (campaign.windowDays ?? 14) as WindowDays,
      ...(percent === null || percent === undefined ? {} : { percent }),
    },
    when,
    gift: campaign.gift ?? null,
    variants: campaign.variants ?? [],
    erid: campaign.erid ?? '',
  }
}

function chosenOf({ segmentId, condition }: Schemas['CampaignContent']): Chosen {
  if (segmentId) return { of: `segment:${segmentId}` }
  if (!condition) return { of: '' }
  const { type, tiers } = condition as { type: string; tiers?: string[] }
  if (type === 'inTier' && tiers?.length === 1) return { of: `tier:${tiers[0]}` }
  return { of: OWN, condition: condition as Condition }
}
