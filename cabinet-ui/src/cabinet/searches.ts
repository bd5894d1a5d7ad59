import { z } from 'zod'

/** What stands in the addresses of pages about days; what is no day or no name is left out. */
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined)
const name = z.string().optional().catch(undefined)
const id = z.coerce.string().optional().catch(undefined)

export const auditSearch = z.object({ author: name, kind: name, from: day, to: day })
export const figuresSearch = z.object({ from: day, to: day, store: id, cashier: id, tier: name, segment: id })
