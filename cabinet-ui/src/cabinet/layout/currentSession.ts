import { createContext, useContext } from 'react'
import type { Schemas } from '@/base/api/client'

export const SessionContext = createContext<Schemas['Session'] | null>(null)

export type Action = Schemas['Action']

/** Whether the role of who is signed in may do this: nothing is offered that would be refused. */
export function useMay(action: Action): boolean {
  return useCurrentSession().may.includes(action)
}

/** Who is signed in; only below CabinetLayout. */
export function useCurrentSession(): Schemas['Session'] {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session above this component')
  return session
}
