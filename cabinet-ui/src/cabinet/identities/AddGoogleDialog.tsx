import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAddIdentity } from '@/base/api/queries/identities'
import { Dialog } from '@/base/components/Dialog'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { FilePick } from './FilePick'
import { Reasons } from './Reasons'
import { texts } from './texts'

export function AddGoogleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const add = useAddIdentity()
  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!file)
    if (!file) return
    add.mutate(
      { kind: 'GOOGLE_ACCOUNT', json: await file.text() },
      {
        onSuccess: () => {
          toast.success(t('addedGoogle'))
          onClose()
        },
      },
    )
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
            error={missing && !file ? t('fileWanted') : undefined}
          />
          {add.error && <Reasons error={add.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              {t('keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
