import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { Percent } from '../../condition/fields/Percent'
import { type Problem, said, under } from '../../condition/kind'
import type { Words } from '../../condition/words'
import type { Tier, Upgrade } from '../document/program'
import { NamesFields } from '../fields/NamesFields'
import { Removable } from './Removable'
import { texts } from './texts'

type Props = {
  value: Tier
  onChange: (tier: Tier) => void
  /** The share of a receipt where the tier has none of its own. */
  share: number
  /** Pointers begin at the tier. */
  problems: readonly Problem[]
  words: Words
}

/** A tier: its names, what it gives, how it is reached. */
export function TierForm({ value, onChange, share, problems, words }: Props) {
  const t = useTexts(texts)
  const set = (change: Partial<Tier>) => onChange({ ...value, ...change })
  return (
    <Stack>
      <NamesFields value={value.name} onChange={(name) => set({ name })} problems={problems} at="/name" words={words} />
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <Percent
          label={t('earnBp')}
          max={1000}
          value={value.earnBp ?? 0}
          needed
          onChange={(earnBp) => set({ earnBp })}
          error={said(problems, '/earnBp', words)}
        />
        <Percent
          label={t('discountBp')}
          value={value.discountBp ?? 0}
          needed
          onChange={(discountBp) => set({ discountBp })}
          error={said(problems, '/discountBp', words)}
        />
        <Percent
          label={t('maxSpendBp')}
          placeholder={words.percent(share)}
          value={value.maxSpendBp}
          onChange={(maxSpendBp) => set({ maxSpendBp: maxSpendBp ?? null })}
          error={said(problems, '/maxSpendBp', words)}
        />
      </Group>
      <Upgrades
        value={value.upgrades ?? []}
        onChange={(upgrades) => set({ upgrades })}
        problems={under(problems, '/upgrades')}
        words={words}
      />
    </Stack>
  )
}

const WAYS = ['totalPurchases', 'windowPurchases', 'singlePurchase'] as const

type UpgradesProps = {
  value: Upgrade[]
  onChange: (upgrades: Upgrade[]) => void
  problems: readonly Problem[]
  words: Words
}

/** Any one of these lifts to the tier. */
function Upgrades({ value, onChange, problems, words }: UpgradesProps) {
  const t = useTexts(texts)
  const set = (at: number, change: Partial<Upgrade>) =>
    onChange(value.map((one, index) => (index === at ? ({ ...one, ...change } as Upgrade) : one)))
  return (
    <Stack gap="sm">
      <b>{t('upgrades')}</b>
      {value.map((one, at) => (
        <Removable
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no name of their own
          key={at}
          title={t('upgrade', { number: at + 1 })}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        >
          <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
            <NativeSelect
              label={t('upgradeWay')}
              value={one.type}
              onChange={(event) => set(at, { type: event.currentTarget.value as Upgrade['type'] })}
              data={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
            />
            <AmountInput
              label={t('upgradeFrom')}
              value={one.from}
              onChange={(from) => set(at, { from })}
              error={said(problems, `/${at}`, words)}
            />
          </Group>
        </Removable>
      ))}
      <Button
        variant="light"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...value, { type: 'windowPurchases', from: 1_000_000 }])}
      >
        {t('upgradeAdd')}
      </Button>
    </Stack>
  )
}
