import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PromoSet, useBringPromoCodes, useMakePromoCodes } from '@/base/api/queries/promo'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { Whole } from './fields'
import { MOST_AT_ONCE } from './plan'
import { texts } from './texts'

type Props = { set: PromoSet; onClose: () => void }

/** More codes of the same kind. */
export function MoreDialog({ set, onClose }: Props) {
  const t = useTexts(texts)
  const [seen] = useState(set)
  const [count, setCount] = useState<number>()
  const make = useMakePromoCodes(seen)
  function send() {
    if (!count) return
    make.mutate(count, {
      onSuccess: () => {
        toast.success(t('added'))
        onClose()
      },
    })
  }
  return (
    <Dialog title={t('addCodes')} onClose={onClose}>
      <Form onSubmit={send} submit={t('issue')} busy={make.isPending} disabled={!count} error={make.error}>
        <Whole label={t('addCount')} value={count} max={MOST_AT_ONCE} onChange={setCount} />
      </Form>
    </Dialog>
  )
}

/** Codes from a file; what could not be taken is told by row. */
export function BringDialog({ set, onClose }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [file, setFile] = useState<File | null>(null)
  const bring = useBringPromoCodes(set.id)
  const done = bring.data
  if (done) {
    return (
      <Dialog title={t('addCodes')} onClose={onClose} unsaved={false}>
        <Stack>
          <Text role="status">{t('brought', { count: done.added })}</Text>
          {done.wrongRows > 0 && (
            <Alert color="honey" variant="light" title={t('wrongRows', { count: done.wrongRows })}>
              <List size="sm">
                {done.wrong.map((row) => (
                  <List.Item key={row.row}>{t('wrongRow', { row: row.row, text: text(row.text) })}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('close')}</Button>
          </Group>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('addCodes')} onClose={onClose}>
      <Form
        onSubmit={() => file && bring.mutate(file)}
        submit={t('bring')}
        busy={bring.isPending}
        disabled={!file}
        error={bring.error}
      >
        <FilePick
          label={t('file')}
          description={t('fileHint')}
          accept=".csv,.xlsx,.txt"
          value={file}
          onChange={setFile}
        />
      </Form>
    </Dialog>
  )
}
