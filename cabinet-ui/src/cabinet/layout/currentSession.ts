import { createContext, useContext } from 'react'
import type { Schemas } from '@/base/api/client'

export const SessionContext = createContext<Schemas['Session'] | null>(null)

/** Who is signed in; only below CabinetLayout. */
export function useCurrentSession(): Schemas['Session'] {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session above this component')
  return session
}
