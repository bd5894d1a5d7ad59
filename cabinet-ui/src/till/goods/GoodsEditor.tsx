import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import type { Good } from './goods'
import { texts } from './texts'

type Row = { id: number; sku: string; name: string; price: number | undefined }
type Props = { goods: readonly Good[]; onSave: (goods: readonly Good[]) => void; onClose: () => void }

/** The cashier's own buttons, kept on this device. Without a code the service knows the goods by their name. */
export function GoodsEditor({ goods, onSave, onClose }: Props) {
  const t = useTexts(texts)
  const [rows, setRows] = useState<Row[]>(() => goods.map((good, id) => ({ id, ...good })))
  const change = (id: number, part: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...part } : row)))

  function save() {
    onSave(
      rows.flatMap(({ sku, name, price }) =>
        name.trim() && price ? [{ sku: sku.trim(), name: name.trim(), price }] : [],
      ),
    )
    onClose()
  }

  return (
    <Dialog onClose={onClose} title={t('editGoods')}>
      <Stack gap="sm">
        {rows.map((row) => (
          <GoodRow
            key={row.id}
            row={row}
            onChange={(part) => change(row.id, part)}
            onRemove={() => setRows((all) => all.filter((other) => other.id !== row.id))}
          />
        ))}
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            setRows((all) => [
              ...all,
              { id: Math.max(-1, ...all.map((row) => row.id)) + 1, sku: '', name: '', price: undefined },
            ])
          }
        >
          {t('addGood')}
        </Button>
        <Group justify="flex-end">
          <Button onClick={save}>{t('ready')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

type RowProps = { row: Row; onChange: (part: Partial<Row>) => void; onRemove: () => void }

function GoodRow({ row, onChange, onRemove }: RowProps) {
  const t = useTexts(texts)
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        aria-label={t('goodName')}
        placeholder={t('goodName')}
        maxLength={100}
        value={row.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        w={90}
        aria-label={t('goodCode')}
        placeholder={t('goodCode')}
        maxLength={100}
        value={row.sku}
        onChange={(event) => onChange({ sku: event.currentTarget.value })}
      />
      <AmountInput
        w={110}
        aria-label={t('goodPrice')}
        placeholder={t('goodPrice')}
        value={row.price}
        onChange={(price) => onChange({ price })}
      />
      <ActionIcon size={36} aria-label={t('removeGood', { name: row.name })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
