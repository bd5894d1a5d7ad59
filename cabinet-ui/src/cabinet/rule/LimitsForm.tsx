import { SimpleGrid, Text } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { Whole } from '../condition/fields/Whole'
import { type FormProps, said } from '../condition/kind'
import { type Budget, type Caps, type Rule, tidy } from './document/rule'
import { phaseOf } from './effects/kinds'
import { texts } from './texts'

/** The most a rule may give, on a receipt and over its life. */
export function LimitsForm({ value, onChange, problems, words }: FormProps<Rule>) {
  const t = useTexts(texts)
  const caps = (change: Caps) => onChange({ ...value, caps: tidy({ ...value.caps, ...change }) })
  function budget(change: Budget) {
    const next = tidy({ ...value.budget, ...change })
    onChange({ ...value, budget: Object.keys(next).length > 0 ? next : null })
  }
  const unit = phaseOf(value.then.type) === 'DISCOUNT' ? '₽' : undefined
  const amount = (label: string, at: string, minor: number | null | undefined, set: (next?: number) => void) => (
    <AmountInput
      label={label}
      placeholder={t('noLimit')}
      rightSection={unit}
      value={minor ?? undefined}
      onChange={set}
      error={said(problems, at, words)}
    />
  )
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('limitsHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {amount(t('perReceipt'), '/caps/perReceipt', value.caps?.perReceipt, (perReceipt) => caps({ perReceipt }))}
        {amount(t('perLine'), '/caps/perLine', value.caps?.perLine, (perLine) => caps({ perLine }))}
        {amount(t('perMember'), '/budget/perMember', value.budget?.perMember, (perMember) => budget({ perMember }))}
        {amount(t('total'), '/budget/total', value.budget?.total, (total) => budget({ total }))}
        <Whole
          label={t('uses')}
          placeholder={t('noLimit')}
          w="100%"
          value={value.budget?.usesPerMember}
          onChange={(usesPerMember) => budget({ usesPerMember })}
          error={said(problems, '/budget/usesPerMember', words)}
        />
      </SimpleGrid>
    </>
  )
}
