import { Code, PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useOperatorSignIn } from '@/base/api/queries/operator'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

export function OperatorSignIn() {
  const t = useTexts(texts)
  const signIn = useOperatorSignIn()
  const [key, setKey] = useState('')
  const [missing, setMissing] = useState(false)

  function submit() {
    if (key.trim()) signIn.mutate(key.trim())
    else setMissing(true)
  }

  return (
    <PlainShell size={480}>
      <Panel>
        <PageHeader title={t('signInTitle')} hint={t('signInText')} />
        <Form onSubmit={submit} submit={t('signIn')} busy={signIn.isPending} error={signIn.error} wide>
          <PasswordInput
            label={t('key')}
            placeholder="kop_…"
            size="md"
            autoComplete="off"
            autoFocus
            maxLength={200}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={missing && !key.trim() && t('keyRequired')}
          />
        </Form>
        <Text size="sm" c="dimmed" mt="md">
          {t('keyLost')}
        </Text>
        <Code block mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          ./run --config kartela.properties --new-operator-key
        </Code>
      </Panel>
    </PlainShell>
  )
}
