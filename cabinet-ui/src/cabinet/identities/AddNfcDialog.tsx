import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAddIdentity } from '@/base/api/queries/identities'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { fileText } from './identity'
import { PublicHalf } from './PublicHalf'
import { Reasons } from './Reasons'
import { texts } from './texts'

/** A key for readers: made here, or brought along; its public half is shown at once. */
export function AddNfcDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [origin, setOrigin] = useState<'make' | 'file'>('make')
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useAddIdentity()
  async function submit() {
    setMissing(origin === 'file' && !file)
    if (origin === 'file' && !file) return
    add.mutate({
      kind: 'NFC_KEY',
      name: name.trim() || null,
      ...(origin === 'file' && file ? { pem: await fileText(file) } : { generate: true }),
    })
  }
  return (
    <Dialog onClose={onClose} size="lg" title={t('addNfc')}>
      {add.data ? (
        <Stack>
          <Text>{t('nfcReady')}</Text>
          <PublicHalf identity={add.data} />
          <Button onClick={onClose}>{t('done')}</Button>
        </Stack>
      ) : (
        <Form onSubmit={submit} submit={t(origin === 'make' ? 'make' : 'keep')} busy={add.isPending}>
          <SegmentedControl
            aria-label={t('origin')}
            value={origin}
            onChange={(next) => setOrigin(next as typeof origin)}
            data={[
              { value: 'make', label: t('origin.make') },
              { value: 'file', label: t('origin.file') },
            ]}
          />
          {origin === 'file' && (
            <FilePick
              label={t('nfcFile')}
              description={t('nfcFileHint')}
              accept=".pem,.key,.txt"
              value={file}
              onChange={setFile}
              error={missing && !file ? t('fileWanted') : undefined}
            />
          )}
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {add.error && <Reasons error={add.error} />}
        </Form>
      )}
    </Dialog>
  )
}
