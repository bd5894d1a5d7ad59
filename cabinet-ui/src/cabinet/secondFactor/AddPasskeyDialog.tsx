import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { PasskeyCancelled } from '@/base/api/passkey'
import { useAddPasskey } from '@/base/api/queries/secondFactor'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { OwnPassword, wrongPassword } from './PasswordDialog'
import { texts } from './texts'

type Props = { onClose: () => void; onAdded: (codes: readonly string[]) => void }

/** A name and the password; then the browser asks for the rest. */
export function AddPasskeyDialog({ onClose, onAdded }: Props) {
  const t = useTexts(texts)
  const add = useAddPasskey()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const cancelled = add.error instanceof PasskeyCancelled

  function submit() {
    if (name.trim() && password)
      add.mutate({ name: name.trim(), password }, { onSuccess: (added) => onAdded(added.recoveryCodes) })
  }

  return (
    <Dialog onClose={onClose} title={t('addPasskey')}>
      <Form
        onSubmit={submit}
        submit={t('makePasskey')}
        busy={add.isPending}
        disabled={!name.trim() || !password}
        error={cancelled || wrongPassword(add.error) ? undefined : add.error}
      >
        <Text size="sm">{t('addPasskeyText')}</Text>
        <TextInput
          label={t('passkeyName')}
          description={t('passkeyNameHint')}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <OwnPassword value={password} onChange={setPassword} error={add.error} focus={false} />
        {cancelled && (
          <Text size="sm" role="status">
            {t('passkeyCancelled')}
          </Text>
        )}
      </Form>
    </Dialog>
  )
}
