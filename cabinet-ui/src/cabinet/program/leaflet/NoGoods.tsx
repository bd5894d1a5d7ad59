import { Text } from '@mantine/core'
import { useTexts } from '@/base/i18n/texts'
import type { Words } from '../../condition/words'
import { TextLink } from '../../layout/links'
import type { Rule } from '../document/program'
import { texts } from './pageTexts'

/** The categories that a rule names, wherever it does. */
export function categoriesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(categoriesOf)
  if (part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([field, value]) =>
    field === 'categories' && Array.isArray(value) ? value.map(String) : categoriesOf(value),
  )
}

/** Says that a rule cannot act yet: no goods are in what it asks for. */
export function NoGoods({ rule, words }: { rule: Rule; words: Words }) {
  const t = useTexts(texts)
  const empty = words.choices('emptyCategory').filter((one) => categoriesOf(rule).includes(one.value))
  if (empty.length === 0) return null
  return (
    <Text fz="sm" c="dimmed" mt={4}>
      {t('noGoods', { count: empty.length, names: words.list(empty.map((one) => words.quote(one.label))) })}{' '}
      <TextLink to="/goods" fz="sm">
        {t('toGoods')}
      </TextLink>
    </Text>
  )
}
