import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@/base/api/client'
import { register } from './registerClient'

const receiptsKey = ['register', 'receipts'] as const

export function useWhoAmI(key: string | null) {
  return useQuery({
    queryKey: ['register', 'me', key],
    queryFn: register.whoAmI,
    enabled: key !== null,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  })
}

/** Who may sign in here. */
export function useCashiers() {
  return useQuery({ queryKey: ['register', 'cashiers'], queryFn: register.cashiers, staleTime: 60_000, retry: 1 })
}

export function useSignInCashier() {
  return useMutation({ mutationFn: register.signInCashier })
}

export function useScan() {
  return useMutation({ mutationFn: register.scan })
}

export function useSearchMembers() {
  return useMutation({ mutationFn: register.searchMembers })
}

export function useChooseMember() {
  return useMutation({ mutationFn: register.chooseMember })
}

export function useSendSpendCode() {
  return useMutation({ mutationFn: register.sendSpendCode })
}

/** The price of what is on the screen now; the answer before stays visible while the next is on its way. */
export function useQuote(request: Schemas['ReceiptRequest'] | undefined) {
  return useQuery({
    queryKey: ['register', 'quote', request],
    queryFn: ({ signal }) => register.quote(request as Schemas['ReceiptRequest'], signal),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 30_000,
    retry: 1,
    retryDelay: 500,
    refetchOnWindowFocus: false,
    refetchInterval: (query) => (query.state.status === 'error' ? 4000 : false),
  })
}

/** This register's, or those of the whole shop that are looked for. */
export function useReceipts(wanted: { search?: string; memberId?: string }, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [...receiptsKey, wanted],
    queryFn: ({ pageParam }) => register.receipts(wanted, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })
}

export function useRefreshReceipts() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: receiptsKey })
}

export function useGiveBack(receiptId: string) {
  const refresh = useRefreshReceipts()
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schemas['ReturnRequest'] }) =>
      register.giveBack(receiptId, key, body),
    onSuccess: refresh,
  })
}

export function useGiveToCard(receiptId: string) {
  const refresh = useRefreshReceipts()
  return useMutation({
    mutationFn: ({ key, memberId }: { key: string; memberId: string }) => register.giveToCard(receiptId, key, memberId),
    onSuccess: refresh,
  })
}

export function useStartSignUp(shopSlug: string) {
  return useMutation({ mutationFn: (body: Schemas['SignUp']) => register.startSignUp(shopSlug, body) })
}

export function useSignUpMember() {
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schemas['SignUp'] }) => register.signUp(key, body),
  })
}
