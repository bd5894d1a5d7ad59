import { Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { useCategorise } from '@/base/api/queries/goods'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { CategorySelect } from './CategoryChoice'
import { texts } from './texts'

type Props = { ids: ReadonlySet<string>; onDone: () => void }

/** What can be done with all the chosen goods at once; stays in sight while the list is gone through. */
export function Chosen({ ids, onDone }: Props) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  if (ids.size === 0) return null
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      mt="md"
      radius="lg"
      style={{ position: 'sticky', bottom: 'calc(12px + env(safe-area-inset-bottom))', zIndex: 5 }}
      role="status"
    >
      <Group justify="space-between" gap="sm">
        <Text fw={600}>{t('chosen', { count: ids.size })}</Text>
        <Group gap="xs">
          <Button variant="subtle" onClick={onDone}>
            {t('unchoose')}
          </Button>
          <Button onClick={() => setAsked(true)}>{t('putInto')}</Button>
        </Group>
      </Group>
      {asked && <PutDialog ids={ids} onDone={onDone} onClose={() => setAsked(false)} />}
    </Paper>
  )
}

function PutDialog({ ids, onDone, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(texts)
  const put = useCategorise()
  const [category, setCategory] = useState<string | null>(null)
  function submit() {
    if (category === null) return
    put.mutate(
      { itemIds: [...ids], category: category || null },
      {
        onSuccess: ({ changed }) => {
          toast.success(t('moved', { count: changed }))
          onClose()
          onDone()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('putInto')} size="sm">
      <Form onSubmit={submit} submit={t('put')} busy={put.isPending} disabled={category === null} error={put.error}>
        <CategorySelect
          by="key"
          label={t('category')}
          description={t('putHint')}
          first={[{ value: '', label: t('noCategory') }]}
          value={category}
          onChange={setCategory}
        />
      </Form>
    </Dialog>
  )
}
