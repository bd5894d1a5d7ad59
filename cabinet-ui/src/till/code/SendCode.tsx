import { Button } from '@mantine/core'
import { IconDeviceMobileMessage } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { refusedFor, type SentCode, secondsUntil } from './code'
import { texts } from './texts'

type Props = {
  send: Pick<UseMutationResult, 'error' | 'isPending' | 'submittedAt'>
  sent: SentCode | null
  onSend: () => void
}

/** Sends the code, and after a while sends it again. */
export function SendCode({ send, sent, onSend }: Props) {
  const t = useTexts(texts)
  const now = useClock()
  // The service may ask for more patience than it told at first.
  const wait = Math.max(
    Math.min(secondsUntil(sent?.resendAt ?? 0, now), sent?.resendAfterSeconds ?? 0),
    refusedFor(send, now),
  )
  return (
    <>
      {send.error !== null && <ErrorNote error={send.error} />}
      <Button
        size="md"
        variant={sent ? 'default' : 'filled'}
        loading={send.isPending}
        disabled={wait > 0}
        onClick={onSend}
        data-autofocus={sent ? undefined : true}
        leftSection={<IconDeviceMobileMessage size={18} aria-hidden />}
      >
        {wait > 0 ? t('resendIn', { seconds: wait }) : sent ? t('resend') : t('send')}
      </Button>
      <span className="k-visually-hidden" role="status">
        {send.isPending ? t('sending') : ''}
      </span>
    </>
  )
}
