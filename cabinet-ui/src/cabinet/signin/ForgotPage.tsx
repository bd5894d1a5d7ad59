import { TextInput } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useForgotPassword } from '@/base/api/queries/invitation'
import { EmptyState } from '@/base/components/EmptyState'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink, TextLink } from '../layout/links'
import { texts } from './texts'

/** Whoever forgot the password asks for a letter; the page says no more than the service does. */
export default function ForgotPage() {
  const t = useTexts(texts)
  const forgot = useForgotPassword()
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const refused = forgot.error instanceof ApiError ? forgot.error.fieldError('email') : undefined

  function submit() {
    setTried(true)
    if (email.trim()) forgot.mutate(email.trim())
  }

  if (forgot.isSuccess)
    return (
      <PlainShell size={440}>
        <Panel>
          <div role="status">
            <EmptyState
              icon={IconMail}
              title={t('letterTitle')}
              text={t('letterText', { email: email.trim() })}
              action={<ButtonLink to="/sign-in">{t('toSignIn')}</ButtonLink>}
            />
          </div>
        </Panel>
      </PlainShell>
    )
  return (
    <PlainShell size={440}>
      <Panel>
        <PageHeader title={t('forgotTitle')} hint={t('forgotText')} />
        <Form
          onSubmit={submit}
          submit={t('sendLetter')}
          busy={forgot.isPending}
          error={refused ? undefined : forgot.error}
          wide
        >
          <TextInput
            label={t('email')}
            type="email"
            size="md"
            autoComplete="username"
            autoFocus
            maxLength={200}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={tried && !email.trim() ? t('emailWrong') : refused}
          />
          <TextLink to="/sign-in" size="sm">
            {t('toSignIn')}
          </TextLink>
        </Form>
      </Panel>
    </PlainShell>
  )
}
