import { Button, Group, Kbd, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { AmountInput } from '@/base/form/AmountInput'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { GoodsEditor } from '../goods/GoodsEditor'
import { useGoods, useSetGoods } from '../goods/goods'
import classes from './GoodsEntry.module.css'
import { LineList } from './LineList'
import { texts } from './texts'
import type { Till } from './useTill'

type TillButton = Schemas['TillButton']

export type GoodsOf = {
  info: Schemas['RegisterInfo']
  /** Whether the goods' dialog is open; the workplace knows, so that its keys and scanners rest meanwhile. */
  editing: boolean
  onEditing: (editing: boolean) => void
}

/** A receipt line by line: buttons for what is sold most, a free price for the rest. */
export function GoodsEntry({ till, info, editing, onEditing }: { till: Till } & GoodsOf) {
  const { buttons, categories } = useGoods(info, useLocale())
  const set = useSetGoods(info)
  /** Goods of which the catalogue knows no price: the cashier says it. */
  const [priceless, setPriceless] = useState<TillButton>()
  function press(button: TillButton) {
    const { name, code, category, price } = button
    if (price !== undefined) {
      till.dispatch({ type: 'add', name, price, ...(code ? { sku: code } : {}), ...(category ? { category } : {}) })
    } else {
      setPriceless(button)
      document.getElementById('amount-entry')?.focus()
    }
  }
  return (
    <>
      <QuickGoods buttons={buttons} onPress={press} onEdit={() => onEditing(true)} />
      <FreePrice till={till} of={priceless} onDone={() => setPriceless(undefined)} />
      <LineList till={till} />
      {editing && (
        <GoodsEditor buttons={buttons} categories={categories} onSave={set.mutate} onClose={() => onEditing(false)} />
      )}
    </>
  )
}

type QuickProps = { buttons: readonly TillButton[]; onPress: (button: TillButton) => void; onEdit: () => void }

function QuickGoods({ buttons, onPress, onEdit }: QuickProps) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <>
      <Group justify="space-between" mb={8}>
        <Text size="sm" fw={600} c="dimmed">
          {t('quickGoods')}
        </Text>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
          {t('editGoods')}
        </Button>
      </Group>
      {buttons.length === 0 && (
        <div className={classes.none}>
          <Text fw={600}>{t('noButtons')}</Text>
          <Text size="sm" c="dimmed">
            {t('noButtonsText')}
          </Text>
        </div>
      )}
      <div className={classes.goods}>
        {buttons.map((button) => (
          <UnstyledButton
            key={`${button.code} ${button.name} ${button.price}`}
            className={classes.good}
            onClick={() => onPress(button)}
          >
            <span className={classes.goodName}>{button.name}</span>
            <span className={classes.goodPrice}>
              {button.price === undefined ? t('priceUnknown') : f.money(button.price)}
            </span>
          </UnstyledButton>
        ))}
      </div>
    </>
  )
}

type FreeProps = { till: Till; of: TillButton | undefined; onDone: () => void }

function FreePrice({ till, of, onDone }: FreeProps) {
  const t = useTexts(texts)
  const [name, setName] = useState('')
  const [price, setPrice] = useState<number>()

  function add(event: FormEvent) {
    event.preventDefault()
    if (!price) return
    const sku = of?.code
    till.dispatch({
      type: 'add',
      name: of?.name ?? (name.trim() || t('freeName')),
      price,
      ...(sku ? { sku } : {}),
      ...(of?.category ? { category: of.category } : {}),
    })
    onDone()
    setName('')
    setPrice(undefined)
  }

  return (
    <form onSubmit={add} className={classes.free}>
      <TextInput
        label={t('freePrice')}
        placeholder={t('freeName')}
        value={of?.name ?? name}
        onChange={(event) => {
          onDone()
          setName(event.currentTarget.value)
        }}
        maxLength={100}
      />
      <AmountInput
        id="amount-entry"
        aria-keyshortcuts="F4"
        label={
          <>
            {t('goodPrice')}{' '}
            <Kbd aria-hidden visibleFrom="md">
              F4
            </Kbd>
          </>
        }
        placeholder="0"
        value={price}
        onChange={setPrice}
      />
      <Button type="submit" variant="light" disabled={!price} leftSection={<IconPlus size={16} aria-hidden />}>
        {t('add')}
      </Button>
    </form>
  )
}
