import { Group, Select } from '@mantine/core'
import { Whole } from '../../condition/fields/Whole'
import { type FormProps, type Kind, said } from '../../condition/kind'
import { texts } from './texts'

const HOLDS = ['ANY', 'APPLE', 'GOOGLE', 'NONE', 'REMOVED'] as const
const WAYS = ['CARD', 'SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK', 'WEB'] as const
type Wallet = { type: 'wallet'; holds: (typeof HOLDS)[number] }
type Reachable = { type: 'reachable'; way: (typeof WAYS)[number] }
type Brought = { type: 'brought'; from?: number; through?: number | null }

export const wallet: Kind<Wallet> = {
  type: 'wallet',
  label: texts.wallet,
  group: texts.groupCard,
  empty: () => ({ type: 'wallet', holds: 'ANY' }),
  Form: ({ value, onChange, words }: FormProps<Wallet>) => (
    <Select
      label={words.say(texts.holds)}
      maw={260}
      value={value.holds}
      data={HOLDS.map((one) => ({ value: one, label: words.say(texts[`holds.${one}`]) }))}
      onChange={(next) => onChange({ ...value, holds: HOLDS.find((one) => one === next) ?? 'ANY' })}
    />
  ),
  sentence: (value, words) => words.say(texts[`holdsSays.${value.holds}`]),
}

export const consent: Kind<{ type: 'consent' }> = {
  type: 'consent',
  label: texts.consent,
  group: texts.groupCard,
  empty: () => ({ type: 'consent' }),
  sentence: (_, words) => words.say(texts.consentSays),
  opposite: (_, words) => words.say(texts.consentNot),
}

export const reachable: Kind<Reachable> = {
  type: 'reachable',
  label: texts.reachable,
  group: texts.groupCard,
  empty: () => ({ type: 'reachable', way: 'CARD' }),
  Form: ({ value, onChange, words }: FormProps<Reachable>) => (
    <Select
      label={words.say(texts.way)}
      maw={260}
      value={value.way}
      data={WAYS.map((one) => ({ value: one, label: words.say(texts[`way.${one}`]) }))}
      onChange={(next) => onChange({ ...value, way: WAYS.find((one) => one === next) ?? 'CARD' })}
    />
  ),
  sentence: (value, words) => words.say(texts.reachableSays, { way: words.say(texts[`waySays.${value.way}`]) }),
  opposite: (value, words) => words.say(texts.reachableNot, { way: words.say(texts[`waySays.${value.way}`]) }),
}

export const invited: Kind<{ type: 'invited' }> = {
  type: 'invited',
  label: texts.invited,
  group: texts.groupCard,
  empty: () => ({ type: 'invited' }),
  sentence: (_, words) => words.say(texts.invitedSays),
  opposite: (_, words) => words.say(texts.invitedNot),
}

export const brought: Kind<Brought> = {
  type: 'brought',
  label: texts.brought,
  group: texts.groupCard,
  empty: () => ({ type: 'brought', from: 1 }),
  Form: BroughtForm,
  sentence: ({ from = 1, through }, words) =>
    through == null ? words.say(texts.broughtSays, { from }) : words.say(texts.broughtBoth, { from, through }),
}

function BroughtForm({ value, onChange, problems, words }: FormProps<Brought>) {
  const { through: _, ...endless } = value
  return (
    <Group gap="sm" align="flex-start">
      <Whole
        label={words.say(texts.broughtFrom)}
        value={value.from ?? 1}
        onChange={(from) => onChange({ ...value, from: from ?? 0 })}
        error={said(problems, '/from', words)}
      />
      <Whole
        label={words.say(texts.broughtThrough)}
        placeholder={words.say(texts.anyNumber)}
        value={value.through}
        onChange={(through) => onChange(through === undefined ? endless : { ...value, through })}
        error={said(problems, '/through', words)}
      />
    </Group>
  )
}
