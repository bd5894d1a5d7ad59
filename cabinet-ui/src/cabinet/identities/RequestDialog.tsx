import { Button, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useCompleteRequest, useRequestCertificate } from '@/base/api/queries/identities'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { detailOf, fileText, type Identity } from './identity'
import { Reasons } from './Reasons'
import { texts } from './texts'

/** A key that never leaves the service, and the request to upload at Apple's portal. */
export function RequestDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const { merchantName } = useCurrentSession()
  const [email, setEmail] = useState('')
  const [name, setName] = useState(merchantName.slice(0, 64))
  const request = useRequestCertificate()
  const refused = request.error instanceof ApiError ? request.error : undefined
  function submit() {
    request.mutate({ email: email.trim(), name: name.trim() })
  }
  return (
    <Dialog onClose={onClose} title={t('newRequest')}>
      {request.data ? (
        <Stack>
          <Text>{t('requestReady')}</Text>
          <DownloadRequest identity={request.data} />
          <Button variant="default" onClick={onClose}>
            {t('done')}
          </Button>
        </Stack>
      ) : (
        <Form onSubmit={submit} submit={t('make')} busy={request.isPending}>
          <Text c="dimmed">{t('requestText')}</Text>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            maxLength={200}
            value={email}
            error={refused?.fieldError('email')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={t('commonName')}
            maxLength={64}
            value={name}
            error={refused?.fieldError('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {request.error && <Reasons error={request.error} />}
        </Form>
      )}
    </Dialog>
  )
}

export function DownloadRequest({ identity }: { identity: Identity }) {
  const t = useTexts(texts)
  const pem = detailOf(identity).csrPem ?? ''
  return (
    <Button
      component="a"
      href={`data:application/pkcs10;charset=utf-8,${encodeURIComponent(pem)}`}
      download="kartela-pass.certSigningRequest"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {t('downloadRequest')}
    </Button>
  )
}

/** What Apple made of a request, joined with its key. */
export function CompleteDialog({ identity, onClose }: { identity: Identity; onClose: () => void }) {
  const t = useTexts(texts)
  const complete = useCompleteRequest(identity.id)
  const [certificate, setCertificate] = useState<File | null>(null)
  const [wwdr, setWwdr] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  async function submit() {
    setMissing(!certificate || !wwdr)
    if (!certificate || !wwdr) return
    complete.mutate(
      { certificate: await fileText(certificate), intermediate: await fileText(wwdr) },
      {
        onSuccess: () => {
          toast.success(t('addedApple'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('completeTitle')}>
      <Form onSubmit={submit} submit={t('complete')} busy={complete.isPending}>
        <FilePick
          label={t('certificate')}
          description={t('certificateHint')}
          accept=".cer,.crt,.pem,.der"
          value={certificate}
          onChange={setCertificate}
          error={missing && !certificate ? t('fileWanted') : undefined}
        />
        <FilePick
          label={t('wwdr')}
          description={t('wwdrHint')}
          accept=".cer,.crt,.pem,.der"
          value={wwdr}
          onChange={setWwdr}
          error={missing && !wwdr ? t('fileWanted') : undefined}
        />
        {complete.error && <Reasons error={complete.error} />}
      </Form>
    </Dialog>
  )
}
