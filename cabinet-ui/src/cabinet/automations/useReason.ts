import { useTexts } from '@/base/i18n/texts'
import { texts as campaignTexts } from '../campaigns/texts'
import { texts } from './texts'

/** Why somebody got nothing, in words. */
export function useReason(): (code: string) => string {
  const t = useTexts(texts)
  const reason = useTexts(campaignTexts)
  return (code) => {
    if (code === 'CANCELLED') return t('switchedOff')
    const key = `reason.${code}`
    return key in campaignTexts ? reason(key as keyof typeof campaignTexts) : code
  }
}
