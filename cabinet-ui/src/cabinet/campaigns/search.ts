import { z } from 'zod'

/** With what a campaign begins, from the address: where other pages lead, or a draft. */
export const campaignSearch = z.object({
  tier: z.string().optional().catch(undefined),
  segment: z.coerce.string().optional().catch(undefined),
  draft: z.coerce.string().optional().catch(undefined),
})
