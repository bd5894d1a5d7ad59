import { ActionIcon, Group, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type ListName, type SavedView, useDeleteView, useViews } from '@/base/api/queries/views'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import type { ViewState } from './state'
import { texts } from './texts'
import { ViewDialog } from './ViewDialog'
import classes from './Views.module.css'

type Props = { list: ListName; state: ViewState; onClose: () => void }

/** Views that may be changed: one's own, and for some the shared ones. */
export function ManageViews({ list, state, onClose }: Props) {
  const t = useTexts(texts)
  const views = (useViews(list).data?.items ?? []).filter((view) => view.changeable)
  const [changed, setChanged] = useState<SavedView>()
  const [deleted, setDeleted] = useState<SavedView>()
  return (
    <>
      <Dialog onClose={onClose} title={t('manageTitle')}>
        {views.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        <ul className={classes.views}>
          {views.map((view) => (
            <li key={view.id}>
              <div>
                <Text fw={600}>{view.name}</Text>
                <Text size="sm" c="dimmed">
                  {!view.shared ? t('forMe') : view.own ? t('forAll') : t('forAllBy', { author: view.author })}
                </Text>
              </div>
              <Group gap={6} wrap="nowrap">
                <ActionIcon
                  size={42}
                  variant="default"
                  aria-label={t('change', { name: view.name })}
                  onClick={() => setChanged(view)}
                >
                  <IconPencil size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size={42}
                  variant="default"
                  aria-label={t('delete', { name: view.name })}
                  onClick={() => setDeleted(view)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      </Dialog>
      {changed && <ViewDialog list={list} state={state} view={changed} onClose={() => setChanged(undefined)} />}
      {deleted && <DeleteDialog list={list} view={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  )
}

function DeleteDialog({ list, view, onClose }: { list: ListName; view: SavedView; onClose: () => void }) {
  const t = useTexts(texts)
  const remove = useDeleteView(list)
  return (
    <ConfirmDialog
      opened
      title={t('deleteTitle', { name: view.name })}
      text={t(view.shared ? 'deleteShared' : 'deleteOwn')}
      confirmLabel={t('deleteDo')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(view, {
          onSuccess: () => {
            toast.success(t('deleted', { name: view.name }))
            onClose()
          },
        })
      }
    />
  )
}
