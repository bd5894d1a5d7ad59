import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { useTexts } from '@/base/i18n/texts'
import { CheckedImport, useCheckedImport } from './CheckedImport'
import { fileText, pemText } from './identity'
import { texts } from './texts'

type Source = { form: 'p12' | 'pem'; file: File | null; keyFile: File | null }

/** A certificate with its key, from a .p12 or PEM files; checked before it is kept. */
export function AddAppleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [source, setSource] = useState<Source>({ form: 'p12', file: null, keyFile: null })
  const [wwdr, setWwdr] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)

  async function body(): Promise<Schemas['IdentityImport'] | undefined> {
    setMissing(!source.file)
    if (!source.file) return undefined
    return {
      kind: 'APPLE_PASS',
      name: name.trim() || null,
      ...(await contentOf(source.file, source)),
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
        <SourceFields source={source} onChange={setSource} missing={missing} />
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

async function contentOf(file: File, { form, keyFile }: Source) {
  if (form === 'p12') return { p12: await fileText(file) }
  return { pem: `${await pemText(file)}\n${keyFile ? await fileText(keyFile) : ''}` }
}

type SourceProps = { source: Source; onChange: (source: Source) => void; missing: boolean }

function SourceFields({ source, onChange, missing }: SourceProps) {
  const t = useTexts(texts)
  return (
    <>
      <SegmentedControl
        aria-label={t('form')}
        value={source.form}
        onChange={(next) => onChange({ ...source, form: next as Source['form'], file: null })}
        data={[
          { value: 'p12', label: '.p12' },
          { value: 'pem', label: 'PEM' },
        ]}
      />
      <FilePick
        label={t(source.form === 'p12' ? 'p12' : 'pem')}
        description={t(source.form === 'p12' ? 'p12Hint' : 'pemHint')}
        accept={source.form === 'p12' ? '.p12,.pfx,application/x-pkcs12' : '.pem,.crt,.cer,.key,.txt'}
        value={source.file}
        onChange={(file) => onChange({ ...source, file })}
        error={missing && !source.file ? t('fileWanted') : undefined}
      />
      {source.form === 'pem' && (
        <FilePick
          label={t('keyFile')}
          accept=".pem,.key,.txt"
          value={source.keyFile}
          onChange={(keyFile) => onChange({ ...source, keyFile })}
        />
      )}
    </>
  )
}
