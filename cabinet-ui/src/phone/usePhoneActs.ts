import type { Schemas } from '@/base/api/client'
import { useChangePhone, useClearNotices, useRenewPushToken } from '@/base/api/queries/simulator'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** What is done to a phone without asking. */
export function usePhoneActs(phone: Schemas['Phone']) {
  const t = useTexts(texts)
  const clear = useClearNotices(phone.id)
  const change = useChangePhone(phone.id)
  const renew = useRenewPushToken(phone.id)
  return {
    clear: () => clear.mutate(),
    switchNetwork: () => change.mutate({ online: !phone.online }),
    install: (ios: 26 | 27) => change.mutate({ ios }),
    renewToken: (tell: boolean) =>
      renew.mutate(tell, { onSuccess: () => toast.success(t(tell ? 'tokenRenewed' : 'tokenKilled')) }),
    error: clear.error ?? change.error ?? renew.error,
  }
}

export type PhoneActs = ReturnType<typeof usePhoneActs>
