import { Alert, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useTestChannel } from '@/base/api/queries/channels'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import { isConnected } from './vendors'

/** A word to oneself, and what the provider says. */
export function TestDialog({ kind, onClose }: { kind: Schemas['ChannelKind']; onClose: () => void }) {
  const t = useTexts(texts)
  const test = useTestChannel(kind)
  const [address, setAddress] = useState('')
  const refused = test.error instanceof ApiError ? test.error : undefined
  const said = test.data
  return (
    <Dialog onClose={onClose} title={t('testTitle')} unsaved={false}>
      <Form
        onSubmit={() => test.mutate(address)}
        submit={t('testSend')}
        busy={test.isPending}
        disabled={address.trim() === ''}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : test.error}
      >
        <TextInput
          label={t(kind === 'MAIL' ? 'testMail' : 'testPhone')}
          description={kind === 'WEB' ? t('testWeb') : isConnected(kind) && t('testChat', { name: t(`kind.${kind}`) })}
          inputMode={kind === 'MAIL' ? 'email' : 'tel'}
          maxLength={200}
          data-autofocus
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={refused?.fieldError('address')}
        />
        {said && (
          <Alert color={said.result === 'Accepted' ? 'pine' : 'red'} role="status">
            {t(`result.${said.result}`)} {said.detail && t('detail', { detail: said.detail })}
          </Alert>
        )}
      </Form>
    </Dialog>
  )
}
