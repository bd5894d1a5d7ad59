import { ActionIcon, Badge, Checkbox, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCategories, useRemoveItem, useSaveItem } from '@/base/api/queries/goods'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Item = Schemas['CatalogueItem']
/** What can be done with the rows of the list. */
export type Acts = {
  changes: boolean
  chosen: ReadonlySet<string>
  onChoose: (id: string, on: boolean) => void
  onOpen: (item: Item) => void
}

export function useTitle() {
  const t = useTexts(texts)
  return (item: Item) => item.name || item.codes[0] || t('nameless')
}

/** On a phone. */
export function ItemCard({ item, ...acts }: { item: Item } & Acts) {
  const f = useFormat()
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
        {acts.changes && <Choose item={item} {...acts} />}
        <div style={{ minWidth: 0 }}>
          <ItemName item={item} />
          <Categories keys={item.categories} />
        </div>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {item.price !== undefined && <b className="k-number">{f.money(item.price)}</b>}
        {acts.changes && <ItemMenu item={item} onOpen={acts.onOpen} />}
      </Group>
    </Group>
  )
}

export function Choose({ item, chosen, onChoose }: { item: Item } & Acts) {
  const t = useTexts(texts)
  const title = useTitle()
  return (
    <Checkbox
      aria-label={t('choose', { name: title(item) })}
      checked={chosen.has(item.id)}
      onChange={(event) => onChoose(item.id, event.currentTarget.checked)}
    />
  )
}

const SHOWN_CODES = 3

export function ItemName({ item }: { item: Item }) {
  const title = useTitle()
  const codes = item.name ? item.codes : item.codes.slice(1)
  const more = codes.length - SHOWN_CODES
  return (
    <div style={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
      <b>{title(item)}</b>
      {codes.length > 0 && (
        <Text size="sm" c="dimmed">
          {codes.slice(0, SHOWN_CODES).join(', ')}
          {more > 0 && ` +${more}`}
        </Text>
      )}
    </div>
  )
}

/** By their names; nothing said of none stands out, so that it is seen what is left to sort. */
export function Categories({ keys }: { keys: readonly string[] }) {
  const t = useTexts(texts)
  const all = useCategories().data?.items ?? []
  if (keys.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noCategory')}
      </Text>
    )
  return (
    <Group gap={6}>
      {keys.map((key) => (
        <Badge key={key} variant="light" tt="none">
          {all.find((one) => one.key === key)?.name ?? key}
        </Badge>
      ))}
    </Group>
  )
}

export function ItemMenu({ item, onOpen }: { item: Item; onOpen: (item: Item) => void }) {
  const t = useTexts(texts)
  const title = useTitle()
  const save = useSaveItem(item.id)
  const [removing, setRemoving] = useState(false)
  function archive() {
    const { name, codes, categories, flags, price = null, cost = null, archived } = item
    save.mutate(
      { name: name || title(item), codes, categories, flags, price, cost, archived: !archived },
      { onSuccess: () => toast.success(t(archived ? 'restored' : 'archived')), onError: toast.error },
    )
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('changeNamed', { name: title(item) })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen(item)}>{t('change')}</Menu.Item>
          <Menu.Item onClick={archive}>{t(item.archived ? 'fromArchive' : 'toArchive')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item c="var(--k-danger-text)" onClick={() => setRemoving(true)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && <RemoveDialog item={item} onClose={() => setRemoving(false)} />}
    </>
  )
}

function RemoveDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useTexts(texts)
  const title = useTitle()
  const remove = useRemoveItem()
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle', { name: title(item) })}
      text={t('removeText')}
      confirmLabel={t('remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(item.id, {
          onSuccess: () => {
            toast.success(t('removed'))
            onClose()
          },
        })
      }
    />
  )
}
