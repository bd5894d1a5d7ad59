import type { Schemas } from '@/base/api/client'

export type Plan = Schemas['ReviewSettings']['plan']
export type Wish = { active: boolean; plan: Plan; tell: string }
/** What a part of the form is handed. */
export type Part = { wish: Wish; change: (part: Partial<Plan>) => void; asked: boolean }
