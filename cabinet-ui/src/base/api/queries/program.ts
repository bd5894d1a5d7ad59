import { useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

export function useProgram() {
  return useQuery({ queryKey: ['program'], queryFn: () => unwrap(api.GET('/program')) })
}
