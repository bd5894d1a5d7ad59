import { Group, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { type Condition, isGroup, isNot } from '../condition/condition'
import { conditionSentence } from '../condition/sentence'
import type { Words } from '../condition/words'
import { useCurrentSession } from '../layout/currentSession'
import { FACTS } from './facts/facts'
import { GROUPS } from './facts/rfm'
import { texts as factTexts } from './facts/texts'
import classes from './Segments.module.css'
import { texts } from './texts'

type Fact = Schemas['SegmentWhy']['facts'][number]
type Props = { condition: Condition; facts: readonly Fact[]; words: Words }

/** What each fact of a condition says of one member, and what was found. */
export function Facts({ condition, facts, words }: Props) {
  const t = useTexts(texts)
  const found = useFound(words)
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => {
        const part = partAt(condition, fact.at)
        return (
          <li key={fact.at} data-holds={fact.holds}>
            {fact.holds ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
            <Group gap={6}>
              <Text span size="sm">
                <span className="k-visually-hidden">{t(fact.holds ? 'holds' : 'holdsNot')} </span>
                {part ? conditionSentence(part, FACTS, words) : fact.type}
              </Text>
              <Text span size="sm" c="dimmed">
                {found(fact)}
              </Text>
            </Group>
          </li>
        )
      })}
    </ul>
  )
}

/** The part of a condition that a JSON pointer leads to. */
export function partAt(condition: Condition, pointer: string): Condition | undefined {
  const [, of, ...rest] = pointer.split('/')
  if (of === undefined) return condition
  if (isNot(condition)) return partAt(condition.of, ['', ...rest].join('/'))
  const [index = '', ...deeper] = rest
  const next = isGroup(condition) ? condition.of[Number(index)] : undefined
  return next && partAt(next, ['', ...deeper].join('/'))
}

function useFound(words: Words): (fact: Fact) => string {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return ({ found, type }) => {
    if (found.amount !== undefined) return type === 'balance' ? f.bonus(found.amount) : f.money(found.amount)
    if (found.count !== undefined) return f.number(found.count)
    if (found.tags !== undefined) return found.tags
    if (found.day !== undefined) return f.date(found.day)
    if (found.at !== undefined) return f.date(found.at)
    if (found.yes !== undefined) return t(found.yes ? 'yes' : 'no')
    if (found.key === undefined) return t('nothing')
    if (type === 'wallet') return found.key.split(',').map(walletName).join(', ')
    if (type === 'rfmScore') return found.key
    const group = GROUPS.find((one) => one === found.key)
    return type === 'rfm' && group ? words.say(factTexts[`group.${group}`]) : words.name('tier', found.key)
  }
}

const walletName = (name: string) => (name === 'APPLE' ? 'Apple' : 'Google')
