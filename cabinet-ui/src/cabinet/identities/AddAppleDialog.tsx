import { Alert, Button, Group, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAddIdentity, useCheckIdentity } from '@/base/api/queries/identities'
import { Dialog } from '@/base/components/Dialog'
import { toast } from '@/base/components/toast'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { FilePick } from './FilePick'
import { fileText, pemText } from './identity'
import { ReasonList, Reasons } from './Reasons'
import { texts } from './texts'

/** A certificate with its key, from a .p12 or PEM files; checked before it is kept. */
export function AddAppleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [form, setForm] = useState<'p12' | 'pem'>('p12')
  const [file, setFile] = useState<File | null>(null)
  const [keyFile, setKeyFile] = useState<File | null>(null)
  const [wwdr, setWwdr] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const check = useCheckIdentity()
  const add = useAddIdentity()

  async function body(): Promise<Schemas['IdentityImport'] | undefined> {
    setMissing(!file)
    if (!file) return undefined
    const pem = async () => `${await pemText(file)}\n${keyFile ? await fileText(keyFile) : ''}`
    return {
      kind: 'APPLE_PASS',
      name: name.trim() || null,
      ...(form === 'p12' ? { p12: await fileText(file) } : { pem: await pem() }),
      password: password || null,
      intermediate: wwdr ? await fileText(wwdr) : null,
    }
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
        toast.success(t('addedApple'))
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('addApple')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <SegmentedControl
            aria-label={t('form')}
            value={form}
            onChange={(next) => {
              setForm(next as typeof form)
              setFile(null)
            }}
            data={[
              { value: 'p12', label: '.p12' },
              { value: 'pem', label: 'PEM' },
            ]}
          />
          <FilePick
            label={t(form === 'p12' ? 'p12' : 'pem')}
            description={t(form === 'p12' ? 'p12Hint' : 'pemHint')}
            accept={form === 'p12' ? '.p12,.pfx,application/x-pkcs12' : '.pem,.crt,.cer,.key,.txt'}
            value={file}
            onChange={setFile}
            error={missing && !file ? t('fileWanted') : undefined}
          />
          {form === 'pem' && (
            <FilePick label={t('keyFile')} accept=".pem,.key,.txt" value={keyFile} onChange={setKeyFile} />
          )}
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <FilePick
            label={t('wwdr')}
            description={t('wwdrHint')}
            accept=".cer,.crt,.pem,.der"
            value={wwdr}
            onChange={setWwdr}
          />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {check.data?.valid && (
            <Alert role="status" color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
              <Text c="var(--k-text)">{t('checkFine')}</Text>
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
