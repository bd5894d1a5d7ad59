import { z } from 'zod'

/** What lists keep in their addresses: a view can be shared, and what somebody typed there by hand does no harm. */
export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined)

export const membersSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  tier: z.string().optional().catch(undefined),
  sort: z.enum(['created', 'name', 'balance', 'spent', 'lastPurchase']).optional().catch(undefined),
  when: z.looseObject({ type: z.string() }).optional().catch(undefined),
})

export const goodsSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  category: z.coerce.string().optional().catch(undefined),
  sort: z.enum(['name', 'price', 'sold']).optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
})

export const periodSearch = z.object({ from: day, to: day })

export const certificatesSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  origin: z.enum(['BOUGHT', 'GIFTED']).optional().catch(undefined),
  state: z.enum(['ACTIVE', 'EMPTY', 'ENDED', 'BLOCKED']).optional().catch(undefined),
})

export const auditSearch = z.object({
  author: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  from: day,
  to: day,
})

export const reviewsSearch = z.object({
  status: z.enum(['NEW', 'IN_WORK', 'DONE']).optional().catch(undefined),
  score: z.enum(['BAD', 'PROMOTERS', 'PASSIVES', 'DETRACTORS']).optional().catch(undefined),
  storeId: z.coerce.string().optional().catch(undefined),
  cashierId: z.coerce.string().optional().catch(undefined),
  assigneeId: z.coerce.string().optional().catch(undefined),
  late: z.boolean().optional().catch(undefined),
  search: z.coerce.string().max(100).optional().catch(undefined),
})

export const figuresSearch = z.object({
  from: day,
  to: day,
  store: z.coerce.string().optional().catch(undefined),
  cashier: z.coerce.string().optional().catch(undefined),
  tier: z.string().optional().catch(undefined),
  segment: z.coerce.string().optional().catch(undefined),
})
