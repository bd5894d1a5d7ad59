import { Anchor, Center, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useConfirmTotp } from '@/base/api/queries/secondFactor'
import { CopyField } from '@/base/components/CopyField'
import { QrCode } from '@/base/components/QrCode'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { begun: Schemas['TotpSecret']; onClose: () => void; onOn: (codes: readonly string[]) => void }

/** The QR is drawn here: the secret goes nowhere else. */
export function TotpDialog({ begun, onClose, onOn }: Props) {
  const t = useTexts(texts)
  const confirm = useConfirmTotp()
  const [code, setCode] = useState('')
  const wrong =
    confirm.error instanceof ApiError && confirm.error.code === 'TOTP_CODE_WRONG' ? confirm.error.message : undefined
  return (
    <Dialog onClose={onClose} title={t('totpTitle')} closeOnClickOutside={false}>
      <Form
        onSubmit={() => code.trim() && confirm.mutate(code.trim(), { onSuccess: (on) => onOn(on.recoveryCodes) })}
        submit={t('turnOn')}
        busy={confirm.isPending}
        disabled={!code.trim()}
        error={wrong ? undefined : confirm.error}
        wide
      >
        <Text size="sm">{t('totpScan')}</Text>
        <Center>
          <QrCode value={begun.uri} label={t('totpQr')} size={240} />
        </Center>
        <Anchor href={begun.uri} size="sm" ta="center">
          {t('totpOpen')}
        </Anchor>
        <CopyField label={t('totpSecret')} value={begun.secret} mono compact />
        <TextInput
          label={t('totpCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={wrong}
        />
      </Form>
    </Dialog>
  )
}
