import { createRegisterClient, type Schemas } from '@/base/api/client'
import { unwrap } from '@/base/api/problem'
import { cashierSession, withCashier } from './cashierSession'
import { registerKey } from './registerKey'
import { ServiceClock } from './ServiceClock'

const clock = new ServiceClock()
let onAnswer = () => {}

/** Called after every answer of the service: the network works. */
export function listenForAnswers(listener: () => void): () => void {
  onAnswer = listener
  return () => {
    onAnswer = () => {}
  }
}

const client = createRegisterClient(registerKey.get, (response, sentMs) => {
  clock.answered(sentMs, Date.now(), Date.parse(response.headers.get('Date') ?? ''))
  onAnswer()
})

/** The service's clock as far as we know it; a till's own clock may be wrong by hours. */
export function serviceNow(): Date {
  return clock.at(Date.now())
}

const idempotent = (key: string, cashier?: string | null) => ({
  header: { 'Idempotency-Key': key, ...(cashier ? { 'Cashier-Session': cashier } : {}) },
})
const by = (cashier: string | undefined) => (cashier ? { header: { 'Cashier-Session': cashier } } : {})

export type CertificateSale = { kindId: string; amount: number; memberId?: string; recipient?: string }

export const register = {
  whoAmI: () => unwrap(client.GET('/register')),
  buttons: () => unwrap(client.GET('/register/buttons')),
  setButtons: (items: Schemas['TillButtonsRequest']['items']) =>
    unwrap(client.PUT('/register/buttons', { body: { items }, signal: AbortSignal.timeout(20_000) })),
  /** Goods of the catalogue that a button can be made of. */
  findGoods: async (q: string) =>
    (await unwrap(client.GET('/register/goods', { params: { query: { q: q || undefined } } }))).items,
  cashiers: () => unwrap(client.GET('/register/cashiers')),
  signInCashier: (body: { cashierId: string; pin: string }) =>
    unwrap(client.POST('/register/cashier-sessions', { body, signal: AbortSignal.timeout(20_000) })),
  signOutCashier: (session: string) =>
    unwrap(client.DELETE('/register/cashier-sessions/current', { params: by(session) })),
  scan: (body: Schemas['ScanRequest']) =>
    withCashier((cashier) => unwrap(client.POST('/scans', { params: by(cashier), body }))),
  searchMembers: (text: string) =>
    withCashier((cashier) => unwrap(client.POST('/member-searches', { params: by(cashier), body: { text } }))),
  chooseMember: ({ searchId, item }: { searchId: string; item: number }) =>
    withCashier((cashier) =>
      unwrap(
        client.POST('/member-searches/{searchId}/choice', {
          params: { path: { searchId }, ...by(cashier) },
          body: { item },
        }),
      ),
    ),
  sendSpendCode: (memberId: string) =>
    unwrap(client.POST('/spend-codes', { body: { memberId }, signal: AbortSignal.timeout(20_000) })),
  confirmSpendCode: (memberId: string, code: string) =>
    unwrap(client.POST('/spend-codes/confirm', { body: { memberId, code }, signal: AbortSignal.timeout(15_000) })),
  quote: (body: Schemas['ReceiptRequest'], signal: AbortSignal) => unwrap(client.POST('/quotes', { body, signal })),
  /** With the cashier who made the receipt, who need not be the one at work when it is sent. */
  commit: (key: string, body: Schemas['ReceiptRequest'], cashier?: string | null) =>
    unwrap(client.POST('/receipts', { params: idempotent(key, cashier), body, signal: AbortSignal.timeout(15_000) })),
  receipts: (wanted: { search?: string; memberId?: string }, cursor: string | undefined) =>
    unwrap(client.GET('/receipts', { params: { query: { ...wanted, limit: 50, cursor } } })),
  giveBack: (receiptId: string, key: string, body: Schemas['ReturnRequest']) =>
    withCashier((cashier) =>
      unwrap(
        client.POST('/receipts/{receiptId}/returns', {
          params: { path: { receiptId }, ...idempotent(key, cashier) },
          body,
        }),
      ),
    ),
  giveToCard: (receiptId: string, key: string, memberId: string) =>
    withCashier((cashier) =>
      unwrap(
        client.POST('/receipts/{receiptId}/member', {
          params: { path: { receiptId }, ...idempotent(key, cashier) },
          body: { memberId },
        }),
      ),
    ),
  certificateKinds: async () => (await unwrap(client.GET('/register/certificates/kinds'))).items,
  checkCertificate: (code: string) => unwrap(client.POST('/register/certificates/check', { body: { code } })),
  sellCertificate: (key: string, body: CertificateSale) =>
    withCashier((cashier) => unwrap(client.POST('/register/certificates', { params: idempotent(key, cashier), body }))),
  topUpCertificate: (key: string, body: { code: string; amount: number }) =>
    withCashier((cashier) =>
      unwrap(client.POST('/register/certificates/top-ups', { params: idempotent(key, cashier), body })),
    ),
  payOutCertificate: (key: string, code: string) =>
    withCashier((cashier) =>
      unwrap(client.POST('/register/certificates/refunds', { params: idempotent(key, cashier), body: { code } })),
    ),
  startSignUp: (slug: string, body: Schemas['SignUp']) =>
    unwrap(
      client.POST('/public/shops/{slug}/sign-ups', {
        params: { path: { slug } },
        body,
        signal: AbortSignal.timeout(20_000),
      }),
    ),
  confirmSignUp: (signUpId: string, code: string) =>
    unwrap(
      client.POST('/public/sign-ups/{signUpId}/confirm', {
        params: { path: { signUpId }, ...by(cashierSession.get()?.session) },
        body: { code },
        signal: AbortSignal.timeout(15_000),
      }),
    ),
  signUp: (key: string, body: Schemas['SignUp']) =>
    unwrap(client.POST('/members', { params: idempotent(key, cashierSession.get()?.session), body })),
}
