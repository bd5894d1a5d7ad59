import { useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { isRetryable, unwrap } from '../problem'

const EVERY = 15_000

/** A certificate by the link of its page; what is left is asked for again while somebody looks. */
export function useCertificatePage(link: string) {
  return useQuery({
    queryKey: ['public', 'certificate', link],
    queryFn: () => unwrap(api.GET('/public/certificates/{link}', { params: { path: { link } } })),
    retry: (tries, error) => isRetryable(error) && tries < 2,
    refetchInterval: (query) => (query.state.data ? EVERY : false),
  })
}

/** Those of a card's member. */
export function useCardCertificates(token: string) {
  return useQuery({
    queryKey: ['public', 'card', token, 'certificates'],
    queryFn: () => unwrap(api.GET('/public/cards/{token}/certificates', { params: { path: { token } } })),
    retry: false,
  })
}
