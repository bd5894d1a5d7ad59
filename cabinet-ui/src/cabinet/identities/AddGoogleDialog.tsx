import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { useTexts } from '@/base/i18n/texts'
import { CheckedImport, useCheckedImport } from './CheckedImport'
import { texts } from './texts'

/** Google's numbers of issuers have nineteen digits today. */
const ISSUER = /^[1-9]\d{9,19}$/

export function AddGoogleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [file, setFile] = useState<File | null>(null)
  const [issuer, setIssuer] = useState('')
  const [asked, setAsked] = useState(false)
  const issuerId = issuer.replaceAll(/\s/g, '')
  const wrong = issuerId !== '' && !ISSUER.test(issuerId)

  async function body(): Promise<Schemas['IdentityImport'] | undefined> {
    setAsked(true)
    if (!file || wrong) return undefined
    return { kind: 'GOOGLE_ACCOUNT', json: await file.text(), issuerId: issuerId || null }
  }
  const adding = useCheckedImport(body, () => {
    toast.success(t('addedGoogle'))
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={t('addGoogle')}>
      <CheckedImport of={adding} fine={t('checkGoogleFine')}>
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
            adding.check.reset()
          }}
        />
      </CheckedImport>
    </Dialog>
  )
}
