import { zodResolver } from '@hookform/resolvers/zod'
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useSignIn } from '@/base/api/queries/session'
import { useDemo } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

export function SignInPage() {
  const t = useTexts(texts)
  const signIn = useSignIn()
  const demo = useDemo().data
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const form = useForm({
    resolver: zodResolver(
      z.object({ email: z.string().trim().email(t('emailWrong')), password: z.string().min(1, t('passwordRequired')) }),
    ),
    defaultValues: { email: '', password: '' },
  })
  const { errors } = form.formState

  const submit = form.handleSubmit((credentials) =>
    signIn.mutate(credentials, { onSuccess: () => void navigate({ to: next ?? '/', replace: true }) }),
  )

  return (
    <PlainShell size={440}>
      <Panel>
        <PageHeader title={t('signInTitle')} hint={t('signInText')} />
        <form onSubmit={submit} noValidate>
          <Stack>
            {signIn.error && <ErrorNote error={signIn.error} />}
            <TextInput
              label={t('email')}
              type="email"
              size="md"
              autoComplete="username"
              autoFocus
              {...form.register('email')}
              error={errors.email?.message}
            />
            <PasswordInput
              label={t('password')}
              size="md"
              autoComplete="current-password"
              {...form.register('password')}
              error={errors.password?.message}
            />
            <Button type="submit" size="md" loading={signIn.isPending}>
              {t('signIn')}
            </Button>
            {demo && (
              <Button
                variant="subtle"
                onClick={() => {
                  form.setValue('email', demo.email, { shouldValidate: true })
                  form.setValue('password', demo.password, { shouldValidate: true })
                }}
              >
                {t('demo')}
              </Button>
            )}
          </Stack>
        </form>
      </Panel>
    </PlainShell>
  )
}
