import { Alert, Button, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAddIdentity, useCheckIdentity } from '@/base/api/queries/identities'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ReasonList, Reasons } from './Reasons'
import { texts } from './texts'

/**
 * A key that can be tried out before it is kept.
 *
 * @param read what was filled in; undefined while something is missing
 */
export function useCheckedImport(read: () => Promise<Schemas['IdentityImport'] | undefined>, onKept: () => void) {
  const check = useCheckIdentity()
  const add = useAddIdentity()
  async function tryOut() {
    add.reset()
    const wanted = await read()
    if (wanted) check.mutate(wanted)
  }
  async function submit() {
    check.reset()
    const wanted = await read()
    if (wanted) add.mutate(wanted, { onSuccess: onKept })
  }
  return { check, add, tryOut, submit }
}

type Props = { of: ReturnType<typeof useCheckedImport>; fine: string; children: ReactNode }

/** Such a form: its fields, what the check or the service said, and both buttons. */
export function CheckedImport({ of, fine, children }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { check, add } = of
  const error = check.error ?? add.error
  return (
    <Form
      onSubmit={of.submit}
      submit={t('keep')}
      busy={add.isPending}
      beside={
        <Button variant="default" loading={check.isPending} onClick={() => void of.tryOut()}>
          {t('check')}
        </Button>
      }
    >
      {children}
      {check.data?.valid && (
        <Alert role="status" color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
          <Text c="var(--k-text)">{fine}</Text>
        </Alert>
      )}
      {check.data && !check.data.valid && (
        <ReasonList title={t('refused')} reasons={check.data.problems.map((one) => text(one.text))} />
      )}
      {error && <Reasons error={error} />}
    </Form>
  )
}
