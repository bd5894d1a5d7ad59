import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAddIdentity, useCheckIdentity } from '@/base/api/queries/identities'
import { Dialog } from '@/base/components/Dialog'
import { toast } from '@/base/components/toast'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { FilePick } from './FilePick'
import { ReasonList, Reasons } from './Reasons'
import { texts } from './texts'

/** Google's numbers of issuers have nineteen digits today. */
const ISSUER = /^[1-9]\d{9,19}$/

export function AddGoogleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [file, setFile] = useState<File | null>(null)
  const [issuer, setIssuer] = useState('')
  const [asked, setAsked] = useState(false)
  const check = useCheckIdentity()
  const add = useAddIdentity()
  const issuerId = issuer.replaceAll(/\s/g, '')
  const wrong = issuerId !== '' && !ISSUER.test(issuerId)

  async function body(): Promise<Schemas['IdentityImport'] | undefined> {
    setAsked(true)
    if (!file || wrong) return undefined
    return { kind: 'GOOGLE_ACCOUNT', json: await file.text(), issuerId: issuerId || null }
  }
  async function tryOut() {
    add.reset()
    const wanted = await body()
    if (wanted) check.mutate(wanted)
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    check.reset()
    const wanted = await body()
    if (!wanted) return
    add.mutate(wanted, {
      onSuccess: () => {
        toast.success(t('addedGoogle'))
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={t('addGoogle')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <FilePick
            label={t('json')}
            description={t('jsonHint')}
            accept=".json,application/json"
            value={file}
            onChange={setFile}
            error={asked && !file ? t('fileWanted') : undefined}
          />
          <TextInput
            label={t('issuer')}
            description={t('issuerHint')}
            inputMode="numeric"
            maxLength={30}
            value={issuer}
            error={asked && wrong ? t('issuerWrong') : undefined}
            onChange={(event) => {
              setIssuer(event.currentTarget.value)
              check.reset()
            }}
          />
          {check.data?.valid && (
            <Alert role="status" color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
              <Text c="var(--k-text)">{t('checkGoogleFine')}</Text>
            </Alert>
          )}
          {check.data && !check.data.valid && (
            <ReasonList title={t('refused')} reasons={check.data.problems.map((one) => text(one.text))} />
          )}
          {(check.error ?? add.error) && <Reasons error={check.error ?? add.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" loading={check.isPending} onClick={() => void tryOut()}>
              {t('check')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
