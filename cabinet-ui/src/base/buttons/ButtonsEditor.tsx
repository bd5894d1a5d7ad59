import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schemas } from '../api/client'
import { AmountInput } from '../form/AmountInput'
import { Form } from '../form/Form'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

type TillButton = Schemas['TillButton']
type Row = TillButton & { id: number }
type Category = { key: string; name: string }

type Props = {
  buttons: readonly TillButton[]
  categories: readonly Category[]
  /** Goods of the catalogue, by a part of their name or code. */
  find: (q: string) => Promise<readonly TillButton[]>
  onSave: (buttons: TillButton[]) => void
  busy: boolean
  error: unknown
}

/** The quick buttons of a till: made of goods of the catalogue, or typed by hand. */
export function ButtonsEditor({ buttons, categories, find, onSave, busy, error }: Props) {
  const t = useTexts(texts)
  const [rows, setRows] = useState<Row[]>(() => buttons.map((button, id) => ({ ...button, id })))
  const [next, setNext] = useState(buttons.length)
  const add = (button: TillButton) => {
    setRows((all) => [...all, { ...button, id: next }])
    setNext(next + 1)
  }
  const change = (id: number, part: Partial<TillButton>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...part } : row)))
  const save = () => onSave(rows.flatMap(({ id: _, ...button }) => (complete(button) ? [tidy(button)] : [])))
  return (
    <Form onSubmit={save} submit={t('ready')} busy={busy} error={error}>
      <FromCatalogue find={find} onAdd={add} />
      <Stack gap="sm">
        {rows.length === 0 && <Text size="sm">{t('none')}</Text>}
        {rows.map((row, at) => (
          <ButtonRow
            key={row.id}
            row={row}
            categories={categories}
            onChange={(part) => change(row.id, part)}
            onEarlier={at > 0 ? () => setRows((all) => swapped(all, at)) : undefined}
            onRemove={() => setRows((all) => all.filter((other) => other.id !== row.id))}
          />
        ))}
      </Stack>
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => add({ name: '', code: '' })}
      >
        {t('addGood')}
      </Button>
    </Form>
  )
}

/** What was typed by hand needs a name and a price; goods of the catalogue have what they have. */
const complete = (button: TillButton) => Boolean(button.itemId || (button.name.trim() && button.price))

const tidy = (button: TillButton): TillButton => ({ ...button, name: button.name.trim(), code: button.code.trim() })

function swapped(rows: Row[], at: number): Row[] {
  const [before, moved] = [rows[at - 1], rows[at]]
  return before && moved ? [...rows.slice(0, at - 1), moved, before, ...rows.slice(at + 1)] : rows
}

function FromCatalogue({ find, onAdd }: { find: Props['find']; onAdd: (button: TillButton) => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 300)
  const found = useQuery({ queryKey: ['goods', 'for-buttons', q], queryFn: () => find(q), staleTime: 30_000 }).data
  return (
    <Select
      label={t('fromCatalogue')}
      placeholder={t('fromCatalogueHint')}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={(found ?? []).map((one) => ({
        value: one.itemId ?? one.code,
        label: one.price === undefined ? one.name : `${one.name}, ${f.money(one.price)}`,
      }))}
      nothingFoundMessage={found && t('nothingFound')}
      onChange={(id) => {
        const chosen = found?.find((one) => (one.itemId ?? one.code) === id)
        if (chosen) onAdd(chosen)
        setTyped('')
      }}
    />
  )
}

type RowProps = {
  row: Row
  categories: readonly Category[]
  onChange: (part: Partial<TillButton>) => void
  onEarlier: (() => void) | undefined
  onRemove: () => void
}

function ButtonRow({ row, categories, onChange, onEarlier, onRemove }: RowProps) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {row.itemId ? (
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={600}>{row.name}</Text>
          <Text size="sm" c="dimmed">
            {[row.code, row.price === undefined ? t('atTheTill') : f.money(row.price)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ) : (
        <ByHand row={row} categories={categories} onChange={onChange} />
      )}
      <ActionIcon
        size={36}
        disabled={!onEarlier}
        aria-label={t('earlier', { name: row.name })}
        onClick={() => onEarlier?.()}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon size={36} aria-label={t('removeGood', { name: row.name })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

function ByHand({ row, categories, onChange }: Pick<RowProps, 'row' | 'categories' | 'onChange'>) {
  const t = useTexts(texts)
  return (
    <Group gap="xs" flex={1}>
      <TextInput
        flex="1 1 160px"
        aria-label={t('goodName')}
        placeholder={t('goodName')}
        maxLength={100}
        value={row.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        w={110}
        aria-label={t('goodCode')}
        placeholder={t('goodCode')}
        maxLength={100}
        value={row.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <AmountInput
        w={110}
        aria-label={t('goodPrice')}
        placeholder={t('goodPrice')}
        value={row.price}
        onChange={(price) => onChange({ price })}
      />
      {categories.length > 0 && (
        <Select
          w={170}
          aria-label={t('goodCategory')}
          placeholder={t('noCategory')}
          clearable
          searchable
          value={row.category ?? null}
          data={categories.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(category) => onChange({ category: category ?? undefined })}
        />
      )}
    </Group>
  )
}
