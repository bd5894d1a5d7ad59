import { Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { AmountInput } from '@/base/form/AmountInput'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { GoodsEditor } from '../goods/GoodsEditor'
import { useGoods } from '../goods/goods'
import classes from './GoodsEntry.module.css'
import { LineList } from './LineList'
import { texts } from './texts'
import type { Till } from './useTill'

export type EditingGoods = {
  /** Whether the goods' dialog is open; the workplace knows, so that its keys and scanners rest meanwhile. */
  editing: boolean
  onEditing: (editing: boolean) => void
}

/** A receipt line by line: buttons for what is sold most, a free price for the rest. */
export function GoodsEntry({ till, editing, onEditing }: { till: Till } & EditingGoods) {
  const t = useTexts(texts)
  const f = useFormat()
  const { goods, save } = useGoods(useLocale())
  const [name, setName] = useState('')
  const [price, setPrice] = useState<number>()

  function addFree(event: FormEvent) {
    event.preventDefault()
    if (!price) return
    till.dispatch({ type: 'add', name: name.trim() || t('freeName'), price })
    setName('')
    setPrice(undefined)
  }

  return (
    <>
      <Group justify="space-between" mb={8}>
        <Text size="sm" fw={600} c="dimmed">
          {t('quickGoods')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPencil size={15} aria-hidden />}
          onClick={() => onEditing(true)}
        >
          {t('editGoods')}
        </Button>
      </Group>
      <div className={classes.goods}>
        {goods.map((good) => (
          <UnstyledButton
            key={`${good.sku}${good.name}`}
            className={classes.good}
            onClick={() => till.dispatch({ type: 'add', ...good })}
          >
            <span className={classes.goodName}>{good.name}</span>
            <span className={classes.goodPrice}>{f.money(good.price)}</span>
          </UnstyledButton>
        ))}
      </div>
      <form onSubmit={addFree} className={classes.free}>
        <TextInput
          label={t('freePrice')}
          placeholder={t('freeName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
        />
        <AmountInput id="amount-entry" label={t('goodPrice')} placeholder="0" value={price} onChange={setPrice} />
        <Button type="submit" variant="light" disabled={!price} leftSection={<IconPlus size={16} aria-hidden />}>
          {t('add')}
        </Button>
      </form>
      <LineList till={till} />
      {editing && <GoodsEditor goods={goods} onSave={save} onClose={() => onEditing(false)} />}
    </>
  )
}
