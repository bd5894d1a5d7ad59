import { ApiError, NetworkError } from '../api/problem'
import { currentLocale, type Locale } from '../i18n/locale'
import { translate } from '../i18n/texts'
import { texts } from './texts'

/** What to tell a person about a failure, in their language. The service's `detail` is localised already. */
export function describeError(error: unknown, locale: Locale = currentLocale()): string {
  if (error instanceof NetworkError) return translate(texts.errorNetwork, locale)
  if (error instanceof ApiError) return error.message
  return translate(texts.errorUnknown, locale)
}

export function requestIdOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.requestId : undefined
}
