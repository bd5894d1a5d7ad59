import { Button, Checkbox, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useDemo } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { onSignIn: (key: string, remember: boolean) => void; error?: unknown }

export function SignIn({ onSignIn, error }: Props) {
  const t = useTexts(texts)
  const demo = useDemo().data
  const [key, setKey] = useState('')
  const [remember, setRemember] = useState(false)
  const [missing, setMissing] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (key.trim()) onSignIn(key.trim(), remember)
    else setMissing(true)
  }

  return (
    <PlainShell size={440}>
      <Panel>
        <PageHeader title={t('signInTitle')} hint={t('signInText')} />
        <form onSubmit={submit} noValidate>
          <Stack>
            {Boolean(error) && <ErrorNote error={error} />}
            <PasswordInput
              label={t('registerKey')}
              size="md"
              autoComplete="off"
              data-autofocus
              autoFocus
              value={key}
              error={missing && !key.trim() ? t('keyRequired') : undefined}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
            <Checkbox
              label={t('remember')}
              description={t('rememberHint')}
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
            <Button type="submit" size="md" fullWidth>
              {t('signIn')}
            </Button>
            {demo && (
              <Button variant="subtle" onClick={() => onSignIn(demo.registerKey, remember)}>
                <Text span size="sm" fw={600}>
                  {t('demoKey')}
                </Text>
              </Button>
            )}
          </Stack>
        </form>
      </Panel>
    </PlainShell>
  )
}
