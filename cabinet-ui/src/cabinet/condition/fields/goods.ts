import type { Words } from '../words'
import { texts } from './texts'

/** Which lines of a receipt; nothing chosen is every line. */
export type Goods = {
  skus?: string[]
  categories?: string[]
  excludedSkus?: string[]
  excludedCategories?: string[]
  withoutFlags?: string[]
}

export type GoodsMode = 'all' | 'only' | 'except'

/** Without the lists that hold nothing: they say nothing. */
export function tidyGoods(goods: Goods): Goods {
  return Object.fromEntries(Object.entries(goods).filter(([, one]) => !Array.isArray(one) || one.length > 0))
}

const some = (list: string[] | undefined) => (list?.length ?? 0) > 0

export function goodsMode(goods: Goods): GoodsMode {
  if (some(goods.skus) || some(goods.categories)) return 'only'
  return some(goods.excludedSkus) || some(goods.excludedCategories) || some(goods.withoutFlags) ? 'except' : 'all'
}

function named(categories: string[] | undefined, skus: string[] | undefined, words: Words): string {
  const names = [
    ...(categories ?? []).map((one) => words.name('category', one)),
    ...(skus ?? []).map((one) => words.name('good', one)),
  ]
  return words.list(names.map(words.quote))
}

/** What is left out, in phrases. */
function left(goods: Goods, but: Parameters<Words['say']>[0], words: Words): string[] {
  const except = named(goods.excludedCategories, goods.excludedSkus, words)
  const flags = words.list((goods.withoutFlags ?? []).map(words.quote))
  return [except && words.say(but, { goods: except }), flags && words.say(texts.saysUnmarked, { flags })].filter(
    Boolean,
  )
}

/** " on “coffee”, but not “Latte”"; empty where it is every line. */
export function goodsSentence(goods: Goods | undefined, words: Words): string {
  if (!goods || goodsMode(goods) === 'all') return ''
  const only = named(goods.categories, goods.skus, words)
  if (only) return ` ${[words.say(texts.saysOnly, { goods: only }), ...left(goods, texts.saysButOf, words)].join(', ')}`
  const but = left(goods, texts.saysBut, words)
  const excluded = (goods.excludedCategories?.length ?? 0) + (goods.excludedSkus?.length ?? 0) > 0
  return ` ${(excluded ? but : [words.say(texts.saysEverything), ...but]).join(', ')}`
}

/** The goods by themselves, for "the receipt has …". */
export function goodsNames(goods: Goods | undefined, words: Words): string {
  const only = named(goods?.categories, goods?.skus, words) || words.say(texts.anyGoods)
  return [only, ...left(goods ?? {}, texts.saysButOf, words)].join(', ')
}
