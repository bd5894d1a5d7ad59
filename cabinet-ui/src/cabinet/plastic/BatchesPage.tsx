import { ActionIcon, Button, Group, Skeleton, Text } from '@mantine/core'
import { IconDownload, IconId, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useBatches, useRemoveBatch } from '@/base/api/queries/plastic'
import { useSession } from '@/base/api/queries/session'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { NewBatchDialog } from './NewBatchDialog'
import { texts } from './texts'

type Batch = Schemas['CardBatch']

/** Batches of physical cards; a wrong one can be thrown away. Cashiers see none of it. */
export default function BatchesPage() {
  const t = useTexts(texts)
  const may = useSession().data?.may
  const allowed = may?.includes('CARD_BATCHES') ?? false
  const batches = useBatches(allowed)
  const [removing, setRemoving] = useState<Batch | null>(null)
  const [adding, setAdding] = useState(false)

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          allowed && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      />
      <Panel flush>
        {may && !allowed ? (
          <EmptyState icon={IconId} title={t('notYours')} />
        ) : batches.data ? (
          <BatchTable rows={batches.data.items} onRemove={setRemoving} />
        ) : batches.error ? (
          <ErrorNote error={batches.error} onRetry={() => void batches.refetch()} />
        ) : (
          <Skeleton h={220} radius="lg" />
        )}
      </Panel>
      {adding && <NewBatchDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog batch={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function BatchTable({ rows, onRemove }: { rows: Batch[]; onRemove: (batch: Batch) => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  const buttons = (batch: Batch) => (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {batch.inStock > 0 && (
        <ActionIcon
          component="a"
          href={`/api/v1/card-batches/${batch.id}/cards.txt`}
          download
          aria-label={t('downloadNamed', { name: batch.name })}
          title={t('download')}
        >
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      )}
      {removeButton(batch)}
    </Group>
  )
  const removeButton = (batch: Batch) => (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      onClick={() => onRemove(batch)}
      aria-label={t('removeNamed', { name: batch.name })}
    >
      {t('remove')}
    </Button>
  )
  const columns: ReadonlyArray<Column<Batch>> = [
    { id: 'name', header: t('batch'), cell: (batch) => <b>{batch.name}</b> },
    { id: 'cards', header: t('cards'), align: 'right', cell: (batch) => f.number(batch.cards) },
    { id: 'inStock', header: t('inStock'), align: 'right', cell: (batch) => f.number(batch.inStock) },
    { id: 'created', header: t('created'), cell: (batch) => f.dateTime(batch.createdAt) },
    { id: 'by', header: t('by'), cell: (batch) => batch.createdBy },
    { id: 'actions', header: t('actions'), align: 'right', cell: buttons },
  ]
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(batch) => batch.id}
      empty={<EmptyState icon={IconId} title={t('none')} text={t('noneText')} />}
      mobile={(batch) => (
        <Group justify="space-between" wrap="nowrap">
          <div>
            <b>{batch.name}</b>
            <Text size="sm" c="dimmed">
              {t('of', { inStock: f.number(batch.inStock), cards: f.number(batch.cards) })}
            </Text>
          </div>
          {buttons(batch)}
        </Group>
      )}
    />
  )
}

function RemoveDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  const remove = useRemoveBatch()
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle', { name: batch.name })}
      text={t('removeText', { inStock: f.number(batch.inStock) })}
      confirmLabel={t('remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(batch.id, {
          onSuccess: ({ removed }) => {
            toast.success(t('removed', { removed: f.number(removed) }))
            onClose()
          },
        })
      }
    />
  )
}
