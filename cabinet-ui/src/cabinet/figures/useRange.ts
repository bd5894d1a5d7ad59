import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** Days as people write them: one, or from … to. */
export function useRange(): (days: { from: string; to: string }) => string {
  const t = useTexts(texts)
  const f = useFormat()
  return ({ from, to }) => (from === to ? f.date(from) : t('range', { from: f.date(from), to: f.date(to) }))
}
