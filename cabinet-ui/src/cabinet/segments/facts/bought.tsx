import { Group, Stack } from '@mantine/core'
import { CategoryChoice } from '../../condition/fields/CategoryChoice'
import { ManyChoice } from '../../condition/fields/ManyChoice'
import { PurchaseWindow, type Window, windowSentence } from '../../condition/fields/PurchaseWindow'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, type Kind, said, under } from '../../condition/kind'
import type { Words } from '../../condition/words'
import { texts } from './texts'

type BoughtGoods = {
  type: 'boughtGoods'
  skus?: string[]
  categories?: string[]
  window: Window
  from?: number
  through?: number | null
}

export const boughtGoods: Kind<BoughtGoods> = {
  type: 'boughtGoods',
  label: texts.boughtGoods,
  group: texts.groupMoney,
  empty: (words) => {
    const [category] = words.choices('category')
    const [good] = words.choices('good')
    return {
      type: 'boughtGoods',
      skus: category || !good ? [] : [good.value],
      categories: category ? [category.value] : [],
      window: { unit: 'DAYS', n: 30 },
    }
  },
  Form: BoughtForm,
  sentence: (value, words) => {
    const { from = 1, through } = value
    const what = { goods: named(value, words), window: windowSentence(value.window, words) }
    if (through != null) return words.say(texts.boughtGoodsBoth, { ...what, from, through })
    return from <= 1 ? words.say(texts.boughtGoodsSays, what) : words.say(texts.boughtGoodsOften, { ...what, from })
  },
  opposite: (value, words) => {
    const { from = 1, through } = value
    const what = { goods: named(value, words), window: windowSentence(value.window, words) }
    if (from <= 1 && through == null) return words.say(texts.boughtGoodsNot, what)
    return words.say(texts.boughtGoodsNotSo, { what: boughtGoods.sentence(value, words) })
  },
}

function named({ categories = [], skus = [] }: BoughtGoods, words: Words): string {
  return words.or([
    ...categories.map((one) => words.quote(words.name('category', one))),
    ...skus.map((one) => words.quote(words.name('good', one))),
  ])
}

function BoughtForm({ value, onChange, problems, words }: FormProps<BoughtGoods>) {
  const { through: _, ...endless } = value
  return (
    <Stack gap="sm">
      <CategoryChoice
        label={words.say(texts.anyCategory)}
        maw={430}
        words={words}
        value={value.categories ?? []}
        onChange={(categories) => onChange({ ...value, categories })}
        error={said(problems, '/categories', words)}
      />
      <ManyChoice
        label={words.say(texts.anyGood)}
        maw={430}
        of="good"
        words={words}
        value={value.skus ?? []}
        onChange={(skus) => onChange({ ...value, skus })}
        error={said(problems, '/skus', words)}
      />
      <PurchaseWindow
        value={value.window}
        onChange={(window) => onChange({ ...value, window })}
        problems={under(problems, '/window')}
        words={words}
      />
      <Group gap="sm" align="flex-start">
        <Whole
          label={words.say(texts.receiptsFrom)}
          value={value.from ?? 1}
          onChange={(from) => onChange({ ...value, from: from ?? 1 })}
          error={said(problems, '/from', words)}
        />
        <Whole
          label={words.say(texts.receiptsThrough)}
          placeholder={words.say(texts.anyNumber)}
          value={value.through}
          onChange={(through) => onChange(through === undefined ? endless : { ...value, through })}
          error={said(problems, '/through', words)}
        />
      </Group>
    </Stack>
  )
}
