import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDeviceMobileMessage } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useTexts } from '@/base/i18n/texts'
import { useClock } from '@/base/useClock'
import { useSendSpendCode } from '../api/queries'
import { serviceNow } from '../api/registerClient'
import { texts as tillTexts } from '../texts'
import { CodeForm } from './CodeForm'
import { type SentCode, secondsUntil, sentCode } from './code'
import { texts } from './texts'

type Props = {
  member: Schemas['ScanResult']
  sent: SentCode | null
  onSent: (sent: SentCode) => void
  onProven: () => void
  onClose: () => void
}

/** A customer without a card agrees to spend: the code goes to their phone and comes back through the cashier. */
export function SpendCodeDialog({ member, sent, onSent, onProven, onClose }: Props) {
  const t = useTexts(texts)
  const tt = useTexts(tillTexts)
  const now = useClock()
  const send = useSendSpendCode()
  // The service may ask for more patience than it told at first.
  const refused = send.error instanceof ApiError ? send.error.retryAfterSeconds : undefined
  const wait = Math.max(
    Math.min(secondsUntil(sent?.resendAt ?? 0, now), sent?.resendAfterSeconds ?? 0),
    refused ? secondsUntil(send.submittedAt + refused * 1000, now) : 0,
  )

  function sendCode() {
    send.mutate(member.memberId, { onSuccess: (answer) => onSent(sentCode(answer, Date.now())) })
  }

  return (
    <Modal opened onClose={onClose} title={t('title')} size="sm" closeButtonProps={{ 'aria-label': tt('close') }}>
      <Stack>
        <Text size="sm">{t('why', { name: member.memberName })}</Text>
        <Text size="sm" c="dimmed">
          {t('orCard')}
        </Text>
        {sent && (
          <CodeForm
            key={sent.resendAt}
            sent={sent}
            memberId={member.memberId}
            expired={Date.parse(sent.expiresAt) <= serviceNow().getTime()}
            onProven={onProven}
          />
        )}
        {send.error && <ErrorNote error={send.error} />}
        <Button
          size="md"
          variant={sent ? 'default' : 'filled'}
          loading={send.isPending}
          disabled={wait > 0}
          onClick={sendCode}
          data-autofocus={sent ? undefined : true}
          leftSection={<IconDeviceMobileMessage size={18} aria-hidden />}
        >
          {wait > 0 ? t('resendIn', { seconds: wait }) : sent ? t('resend') : t('send')}
        </Button>
        <Group justify="center">
          <Button variant="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
        <span className="k-visually-hidden" role="status">
          {send.isPending ? t('sending') : ''}
        </span>
      </Stack>
    </Modal>
  )
}
