import { TagsInput } from '@mantine/core'
import { ManyChoice } from '../../condition/fields/ManyChoice'
import { type FormProps, type Kind, said } from '../../condition/kind'
import { texts } from './texts'

type InTier = { type: 'inTier'; tiers: string[] }
type MemberTag = { type: 'memberTag'; tags: string[] }
type CardKind = { type: 'cardKind'; kinds: string[] }

export const inTier: Kind<InTier> = {
  type: 'inTier',
  label: texts.inTier,
  group: texts.groupMember,
  empty: (words) => ({
    type: 'inTier',
    tiers: words
      .choices('tier')
      .slice(-1)
      .map((one) => one.value),
  }),
  Form: InTierForm,
  sentence: (value, words) =>
    words.say(texts.inTierSays, { tiers: words.or(value.tiers.map((one) => words.name('tier', one))) }),
  opposite: (value, words) =>
    words.say(texts.inTierNot, { tiers: words.or(value.tiers.map((one) => words.name('tier', one))) }),
}

function InTierForm({ value, onChange, problems, words }: FormProps<InTier>) {
  return (
    <ManyChoice
      label={words.say(texts.tiers)}
      maw={430}
      of="tier"
      words={words}
      value={value.tiers}
      onChange={(tiers) => onChange({ ...value, tiers })}
      error={said(problems, '/tiers', words)}
    />
  )
}

export const memberTag: Kind<MemberTag> = {
  type: 'memberTag',
  label: texts.memberTag,
  group: texts.groupMember,
  empty: (words) => ({
    type: 'memberTag',
    tags: words
      .choices('tag')
      .slice(0, 1)
      .map((one) => one.value),
  }),
  Form: MemberTagForm,
  sentence: (value, words) => words.say(texts.memberTagSays, { tags: words.or(value.tags.map(words.quote)) }),
  opposite: (value, words) => words.say(texts.memberTagNot, { tags: words.or(value.tags.map(words.quote)) }),
}

function MemberTagForm({ value, onChange, problems, words }: FormProps<MemberTag>) {
  return (
    <TagsInput
      label={words.say(texts.tags)}
      maw={430}
      data={words.choices('tag').map((one) => one.value)}
      value={value.tags}
      onChange={(tags) => onChange({ ...value, tags })}
      error={said(problems, '/tags', words)}
    />
  )
}

const cardKind: Kind<CardKind> = {
  type: 'cardKind',
  label: texts.cardKind,
  group: texts.groupMember,
  empty: (words) => ({
    type: 'cardKind',
    kinds: words
      .choices('cardKind')
      .slice(0, 1)
      .map((one) => one.value),
  }),
  Form: CardKindForm,
  sentence: (value, words) => words.say(texts.cardKindSays, { kinds: words.or(value.kinds.map(words.quote)) }),
  opposite: (value, words) => words.say(texts.cardKindNot, { kinds: words.or(value.kinds.map(words.quote)) }),
}

function CardKindForm({ value, onChange, problems, words }: FormProps<CardKind>) {
  return (
    <TagsInput
      label={words.say(texts.kinds)}
      description={words.say(texts.notToldYet)}
      maw={430}
      data={words.choices('cardKind').map((one) => one.value)}
      value={value.kinds}
      onChange={(kinds) => onChange({ ...value, kinds })}
      error={said(problems, '/kinds', words)}
    />
  )
}

export const memberKinds: readonly Kind[] = [inTier, memberTag, cardKind]
