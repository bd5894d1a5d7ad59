import { Button, Group, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { useSendSpendCode } from '../api/queries'
import { register } from '../api/registerClient'
import { CodeForm } from '../code/CodeForm'
import { type SentCode, sentCode } from '../code/code'
import { SendCode } from '../code/SendCode'
import { texts } from './texts'

export type SentSpendCode = SentCode & { memberId: string }

type Props = {
  member: Schemas['ScanResult']
  /** Kept while the same customer is served, so that closing the dialog does not lose it. */
  sent: SentSpendCode | null
  onSent: (sent: SentSpendCode) => void
  onProven: () => void
  onClose: () => void
}

/** A customer without a card agrees to spend: the code goes to their phone and comes back through the cashier. */
export function SpendCodeDialog({ member, sent, onSent, onProven, onClose }: Props) {
  const t = useTexts(texts)
  const send = useSendSpendCode()

  function sendCode() {
    send.mutate(member.memberId, {
      onSuccess: (answer) => onSent(sentCode({ ...answer, phone: answer.phoneMasked }, Date.now())),
    })
  }

  return (
    <Dialog onClose={onClose} title={t('title')} size="sm">
      <Stack>
        <Text size="sm">{t('why', { name: member.memberName })}</Text>
        <Text size="sm" c="dimmed">
          {t('orCard')}
        </Text>
        {sent && (
          <CodeForm
            key={sent.resendAt}
            sent={sent}
            confirm={(code) => register.confirmSpendCode(member.memberId, code)}
            onProven={onProven}
          />
        )}
        <SendCode send={send} sent={sent} onSend={sendCode} />
        <Group justify="center">
          <Button variant="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
