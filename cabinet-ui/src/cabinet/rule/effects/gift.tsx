import { Group, Stack } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, said, under } from '../../condition/kind'
import { bonuses } from '../parts/bonuses'
import { LifetimeForm } from '../parts/LifetimeForm'
import { type Lifetime, lifetimeSentence } from '../parts/lifetime'
import type { EffectKind } from './effect'
import { Choice, options } from './fields'
import { texts } from './texts'

const ONCE = ['EACH_TIME', 'ONCE', 'PER_DAY', 'PER_BIRTHDAY_YEAR'] as const
type GrantBonus = {
  type: 'grantBonus'
  amount: number
  pendingDays?: number
  life?: Lifetime
  once?: (typeof ONCE)[number]
  [part: string]: unknown
}

export const grantBonus: EffectKind<GrantBonus> = {
  type: 'grantBonus',
  phase: 'GRANT',
  label: texts.grantBonus,
  empty: () => ({ type: 'grantBonus', amount: 10_000, life: { type: 'days', days: 14 } }),
  Form: GrantForm,
  sentence: (value, words) => {
    const terms = [
      value.once && value.once !== 'EACH_TIME' && words.say(texts[`onceSays.${value.once}`]),
      value.pendingDays && words.say(texts.pendingSays, { count: value.pendingDays }),
      lifetimeSentence(value.life, words),
    ].filter(Boolean)
    return words.say(texts.grantBonusSays, {
      bonuses: bonuses(value.amount, words),
      terms: terms.length > 0 ? ` (${terms.join(', ')})` : '',
    })
  },
}

function GrantForm({ value, onChange, problems, words }: FormProps<GrantBonus>) {
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <AmountInput
          label={words.say(texts.bonus)}
          w={150}
          value={value.amount || undefined}
          onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
          error={said(problems, '/amount', words)}
        />
        <Choice
          label={words.say(texts.once)}
          value={value.once ?? 'EACH_TIME'}
          options={options(ONCE, (one) => texts[`once.${one}`], words)}
          onChange={(once) => onChange({ ...value, once })}
          error={said(problems, '/once', words)}
        />
      </Group>
      <LifetimeForm
        value={value.life}
        onChange={(life) => onChange({ ...value, life })}
        problems={under(problems, '/life')}
        words={words}
      />
      <Whole
        label={words.say(texts.pendingDays)}
        description={words.say(texts.pendingNow)}
        w={230}
        max={3660}
        needed
        value={value.pendingDays ?? 0}
        onChange={(pendingDays) => onChange({ ...value, pendingDays })}
        error={said(problems, '/pendingDays', words)}
      />
    </Stack>
  )
}
