import type { components } from './schema'

export type Problem = components['schemas']['Problem']

/** The service said no, with a stable code; `message` is for people, in their language. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly requestId: string | undefined
  readonly fields: ReadonlyArray<{ field: string; code: string; detail: string }>
  readonly retryAfterSeconds: number | undefined

  constructor(problem: Partial<Problem>, response: Response) {
    super(problem.detail || problem.title || `HTTP ${response.status}`)
    this.name = 'ApiError'
    this.status = response.status
    this.code = problem.code ?? `HTTP_${response.status}`
    this.requestId = problem.requestId ?? response.headers.get('X-Request-Id') ?? undefined
    this.fields = problem.errors ?? []
    const retryAfter = Number(response.headers.get('Retry-After'))
    this.retryAfterSeconds = retryAfter > 0 ? retryAfter : undefined
  }

  fieldError(field: string): string | undefined {
    return this.fields.find((error) => error.field === field)?.detail
  }
}

/** No answer came: offline, service down, connection cut. Whether a write happened is not known. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('network', { cause })
    this.name = 'NetworkError'
  }
}

/** True when the same request, with the same idempotency key, may succeed later. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof NetworkError) return true
  if (!(error instanceof ApiError)) return false
  return error.status >= 500 || error.status === 429 || error.status === 408 || error.code === 'REQUEST_IN_PROGRESS'
}

export type Answer<T> = { data?: T; error?: unknown; response: Response }

/** Turns openapi-fetch's answer into data or one of the errors above. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new NetworkError(cause)
  }
  const { data, error, response } = answer
  if (response.ok) return data as T
  throw new ApiError(typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {}, response)
}
