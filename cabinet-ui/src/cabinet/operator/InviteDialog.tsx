import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useInviteOwner } from '@/base/api/queries/operator'
import { Dialog } from '@/base/dialog/Dialog'
import { OnceDialog } from '@/base/dialog/OnceDialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { Once, OwnerLink } from './HandOver'
import { texts } from './texts'

type Props = { merchant: Schemas['Merchant']; onClose: () => void }

/** Another owner, or another link; its link is shown once. */
export function InviteDialog({ merchant, onClose }: Props) {
  const t = useTexts(texts)
  const invite = useInviteOwner(merchant.merchantId)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const refused = invite.error instanceof ApiError && invite.error.fields.length > 0 ? invite.error : undefined
  const title = t('inviteTo', { name: merchant.name })
  const invited = invite.data
  if (invited) {
    return (
      <OnceDialog title={title}>
        <Stack>
          <Once text={invited.letterSent ? t('sentLink', { email: invited.email }) : t('onceLink')} />
          <OwnerLink owner={invited} />
          <Button onClick={onClose}>{t('done')}</Button>
        </Stack>
      </OnceDialog>
    )
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <Form
        onSubmit={() => invite.mutate({ name, email })}
        submit={t('inviteSubmit')}
        busy={invite.isPending}
        error={refused ? undefined : invite.error}
        wide
      >
        <Text size="sm">{t('inviteText')}</Text>
        <TextInput
          label={t('ownerName')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={refused?.fieldError('name')}
        />
        <TextInput
          label={t('email')}
          type="email"
          maxLength={200}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={refused?.fieldError('email')}
        />
      </Form>
    </Dialog>
  )
}
