import { Button, Center, Loader, PasswordInput, TextInput } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useInvitation, useSetPassword } from '@/base/api/queries/invitation'
import { useSignIn } from '@/base/api/queries/session'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { invitationToken } from './link'
import { texts } from './texts'

const SHORTEST = 10

/** From the link of an invitation to the cabinet: a password, and in. */
export default function InvitationPage() {
  const t = useTexts(texts)
  const [token] = useState(invitationToken)
  const invitation = useInvitation(token)
  const bad = token === '' || (invitation.error instanceof ApiError && invitation.error.status < 500)
  return (
    <PlainShell size={460}>
      <Panel>
        {bad ? (
          <EmptyState
            icon={IconMailOff}
            title={t('badTitle')}
            text={t('badText')}
            action={
              <Button component="a" href="/cabinet/sign-in">
                {t('signIn')}
              </Button>
            }
          />
        ) : invitation.data ? (
          <Welcome token={token} invited={invitation.data} />
        ) : invitation.error ? (
          <ErrorNote error={invitation.error} onRetry={() => void invitation.refetch()} />
        ) : (
          <Center py="xl">
            <Loader role="status" aria-label={t('loading')} />
          </Center>
        )}
      </Panel>
    </PlainShell>
  )
}

type Invited = {
  email: string
  name: string
  role: Schemas['Role']
  merchantNames: Schemas['LocalText']
  reset: boolean
}

function Welcome({ token, invited }: { token: string; invited: Invited }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const navigate = useNavigate()
  const setPassword = useSetPassword(token)
  const signIn = useSignIn()
  const [password, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const short = tried && password.trim().length < SHORTEST
  const error = setPassword.error ?? signIn.error

  async function submit() {
    setTried(true)
    if (password.trim().length < SHORTEST) return
    try {
      // Set already, and only the signing in failed: the invitation is used up, the password counts.
      if (!setPassword.isSuccess) await setPassword.mutateAsync(password)
      await signIn.mutateAsync({ email: invited.email, password })
      await navigate({ to: '/', replace: true })
    } catch {
      // Both say below what went wrong.
    }
  }

  return (
    <>
      <PageHeader
        title={t(invited.reset ? 'resetTitle' : 'title')}
        hint={t(invited.reset ? 'resetText' : 'greeting', { name: invited.name, shop: text(invited.merchantNames) })}
      />
      <Form
        onSubmit={submit}
        submit={t('enter')}
        busy={setPassword.isPending || signIn.isPending}
        error={error instanceof ApiError && error.fieldError('password') ? undefined : error}
        wide
      >
        <TextInput label={t('email')} size="md" autoComplete="username" readOnly value={invited.email} />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          size="md"
          autoComplete="new-password"
          autoFocus
          maxLength={200}
          disabled={setPassword.isSuccess}
          value={password}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={short ? t('passwordShort') : error instanceof ApiError && error.fieldError('password')}
        />
      </Form>
    </>
  )
}
