import { Select, Stack, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { type Problem, said } from '../kind'
import type { Words } from '../words'
import { CategoryChoice } from './CategoryChoice'
import { type Goods, type GoodsMode, goodsMode, tidyGoods } from './goods'
import { ManyChoice } from './ManyChoice'
import { texts } from './texts'

type Props = {
  label: string
  value: Goods | undefined
  onChange: (value: Goods) => void
  problems: readonly Problem[]
  words: Words
}

/** Every line, some goods and categories, or all but some. */
export function GoodsForm({ label, value = {}, onChange, problems, words }: Props) {
  const t = useTexts(texts)
  // "Only these" stands before anything is chosen.
  const [wanted, setWanted] = useState<GoodsMode>(goodsMode(value))
  const found = goodsMode(value)
  const mode = found === 'all' ? wanted : found
  const change = (part: Goods) => onChange(tidyGoods({ ...value, ...part }))
  function choose(next: GoodsMode) {
    setWanted(next)
    if (next === 'all') change({ skus: [], categories: [], excludedSkus: [], excludedCategories: [], withoutFlags: [] })
    if (next === 'except') change({ skus: [], categories: [] })
  }
  const shared = { value, problems, words, onChange: change }
  return (
    <Stack gap="sm">
      <Select
        label={label}
        maw={430}
        value={mode}
        data={(['all', 'only', 'except'] as const).map((one) => ({ value: one, label: t(`goods.${one}`) }))}
        onChange={(next) => next && choose(next as GoodsMode)}
        error={said(
          problems.filter((one) => one.pointer === ''),
          '',
          words,
        )}
      />
      {mode === 'only' && <Lists {...shared} categories="categories" skus="skus" />}
      {mode !== 'all' && (
        <>
          <Lists {...shared} categories="excludedCategories" skus="excludedSkus" />
          <TagsInput
            label={t('flags')}
            description={t('flagsHint')}
            maw={430}
            value={value.withoutFlags ?? []}
            onChange={(withoutFlags) => change({ withoutFlags })}
            error={said(problems, '/withoutFlags', words)}
          />
        </>
      )}
    </Stack>
  )
}

type ListsProps = Omit<Props, 'label' | 'value'> & {
  value: Goods
  categories: 'categories' | 'excludedCategories'
  skus: 'skus' | 'excludedSkus'
}

function Lists({ value, onChange, problems, words, categories, skus }: ListsProps) {
  const t = useTexts(texts)
  return (
    <>
      <CategoryChoice
        label={t(categories)}
        description={t('categoriesHint')}
        maw={430}
        words={words}
        value={value[categories] ?? []}
        onChange={(next) => onChange({ [categories]: next })}
        error={said(problems, `/${categories}`, words)}
      />
      <ManyChoice
        label={t(skus)}
        maw={430}
        of="good"
        words={words}
        value={value[skus] ?? []}
        onChange={(next) => onChange({ [skus]: next })}
        error={said(problems, `/${skus}`, words)}
      />
    </>
  )
}
