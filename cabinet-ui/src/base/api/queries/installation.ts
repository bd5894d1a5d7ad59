import { useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** What the start page may know before anybody signs in. */
export function useInstallation() {
  return useQuery({ queryKey: ['installation'], queryFn: () => unwrap(api.GET('/public/installation')) })
}
