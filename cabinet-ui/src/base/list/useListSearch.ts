import { useNavigate, useRouter } from '@tanstack/react-router'

/**
 * Changes a part of a list's filters and order, which live in the address, so that a view can be shared and the back
 * button works. What stands there now (`search`) and what may stand there is the route's to say.
 */
export function useListSearch<Search extends object>(path: string, search: Search): (part: Partial<Search>) => void {
  const navigate = useNavigate()
  const router = useRouter()
  return (part) => {
    // Who typed and went on to another page meanwhile is not called back.
    if (router.latestLocation.pathname !== path) return
    void navigate({ to: '.', search: { ...search, ...part } as never, replace: true })
  }
}
