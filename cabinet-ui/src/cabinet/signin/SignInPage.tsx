import { zodResolver } from '@hookform/resolvers/zod'
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Schemas } from '@/base/api/client'
import { passkeysHere } from '@/base/api/passkey'
import { useInstallation } from '@/base/api/queries/installation'
import { useShowPasskey } from '@/base/api/queries/secondFactor'
import { useSignIn } from '@/base/api/queries/session'
import { useDemo } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../layout/links'
import { PasskeyError, SecondStepForm } from './SecondStepForm'
import { texts } from './texts'

type Step = Schemas['SecondStep']

export function SignInPage() {
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const passkeys = passkeysHere(useInstallation().data?.passkeyOrigin)
  const [asked, setAsked] = useState<Step>()
  const enter = () => void navigate({ to: next ?? '/', replace: true })
  return (
    <PlainShell size={440}>
      <Panel>
        {asked ? (
          <SecondStepForm
            step={asked.step}
            ways={asked.secondFactor.filter((way) => way !== 'PASSKEY' || passkeys)}
            onDone={enter}
            onBack={() => setAsked(undefined)}
          />
        ) : (
          <PasswordForm passkeys={passkeys} onDone={enter} onAsked={setAsked} />
        )}
      </Panel>
    </PlainShell>
  )
}

type Props = { passkeys: boolean; onDone: () => void; onAsked: (step: Step) => void }

function PasswordForm({ passkeys, onDone, onAsked }: Props) {
  const t = useTexts(texts)
  const signIn = useSignIn()
  const demo = useDemo().data
  const form = useForm({
    resolver: zodResolver(
      z.object({ email: z.string().trim().email(t('emailWrong')), password: z.string().min(1, t('passwordRequired')) }),
    ),
    defaultValues: { email: '', password: '' },
  })
  const { errors } = form.formState

  const submit = form.handleSubmit((credentials) =>
    signIn.mutate(credentials, { onSuccess: (answer) => ('step' in answer ? onAsked(answer) : onDone()) }),
  )

  return (
    <>
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
          {passkeys && <PasskeyButton onDone={onDone} />}
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
          <Forgot />
        </Stack>
      </form>
    </>
  )
}

/** Nothing is typed: the passkey says who it is. */
function PasskeyButton({ onDone }: { onDone: () => void }) {
  const t = useTexts(texts)
  const show = useShowPasskey()
  return (
    <>
      <Button
        size="md"
        variant="default"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={show.isPending}
        onClick={() => show.mutate(undefined, { onSuccess: onDone })}
      >
        {t('byPasskey')}
      </Button>
      <PasskeyError error={show.error} />
    </>
  )
}

/** By a letter where letters go out, else by a person. */
function Forgot() {
  const t = useTexts(texts)
  const mail = useInstallation().data?.mail
  if (mail === undefined) return null
  return mail ? (
    <TextLink to="/forgot" size="sm">
      {t('forgotLink')}
    </TextLink>
  ) : (
    <Text size="sm" c="dimmed">
      {t('forgot')}
    </Text>
  )
}
