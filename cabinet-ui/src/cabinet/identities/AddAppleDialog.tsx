import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { CheckedImport, useCheckedImport } from './CheckedImport'
import { FilePick } from './FilePick'
import { fileText, pemText } from './identity'
import { texts } from './texts'

/** A certificate with its key, from a .p12 or PEM files; checked before it is kept. */
export function AddAppleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [form, setForm] = useState<'p12' | 'pem'>('p12')
  const [file, setFile] = useState<File | null>(null)
  const [keyFile, setKeyFile] = useState<File | null>(null)
  const [wwdr, setWwdr] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)

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
  const adding = useCheckedImport(body, () => {
    toast.success(t('addedApple'))
    onClose()
  })
  return (
    <Dialog onClose={onClose} size="lg" title={t('addApple')}>
      <CheckedImport of={adding} fine={t('checkFine')}>
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
      </CheckedImport>
    </Dialog>
  )
}
