import { Alert, Button, Group, Kbd, Slider, Stack, Text } from '@mantine/core'
import { IconCards, IconDeviceMobileMessage } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { AmountInput } from '@/base/form/AmountInput'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { texts as spendingTexts } from '../spending/texts'
import { texts } from './texts'
import type { Till } from './useTill'

const ONE_BONUS = 100

type Props = { till: Till; quote: Schemas['Quote']; onAskCode: () => void }

/** How many bonuses pay for this receipt: none, any, or the maximum, and why that is the maximum. */
export function SpendControl({ till, quote, onAskCode }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const ts = useTexts(spendingTexts)
  const text = useLocalText()
  const max = quote.spendableMax
  const why = quote.spendLimit && t('spendWhy', { amount: f.bonus(max), text: text(quote.spendLimit.text) })

  if (max <= 0) {
    return (
      <Text size="sm" c="dimmed">
        {why ? `${t('spendNothing')}. ${text(quote.spendLimit?.text)}` : t('spendNothing')}
      </Text>
    )
  }
  if (till.sale.right === 'NEVER') {
    return (
      <Alert color="honey" variant="light" p="sm" icon={<IconCards aria-hidden />} role="status">
        <Text size="sm" c="var(--k-text)">
          {ts('needsCard')}
        </Text>
      </Alert>
    )
  }
  if (till.sale.right === 'CODE') {
    return (
      <Stack gap="xs">
        <Text size="sm">{ts('needsCode', { amount: f.bonus(max) })}</Text>
        <Button
          variant="light"
          leftSection={<IconDeviceMobileMessage size={18} aria-hidden />}
          onClick={onAskCode}
          aria-keyshortcuts="F8"
          rightSection={
            <Kbd aria-hidden visibleFrom="md">
              F8
            </Kbd>
          }
        >
          {ts('askCode')}
        </Button>
      </Stack>
    )
  }
  return <SpendAmount till={till} max={max} why={why} />
}

type AmountProps = { till: Till; max: number; why: string | null | undefined }

/** The amount by slider, by typing, or one of its ends. */
function SpendAmount({ till, max, why }: AmountProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const { spend } = till.sale
  const value = spend.mode === 'NONE' ? 0 : spend.mode === 'MAX' ? max : Math.min(spend.amount, max)

  function set(amount: number) {
    if (amount <= 0) till.dispatch({ type: 'spend', spend: { mode: 'NONE' } })
    else if (amount >= max) till.dispatch({ type: 'spend', spend: { mode: 'MAX' } })
    else till.dispatch({ type: 'spend', spend: { mode: 'AMOUNT', amount } })
  }

  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, padding: 0, marginBottom: 8 }}>{t('spend')}</legend>
      <Group gap="sm" wrap="nowrap" align="center">
        <Slider
          flex={1}
          min={0}
          max={max}
          step={ONE_BONUS}
          size="lg"
          thumbSize={26}
          value={value}
          onChange={set}
          label={(amount) => f.bonus(amount)}
          thumbLabel={t('spend')}
        />
        <AmountInput w={100} aria-label={t('spend')} value={value} onChange={(amount) => set(amount ?? 0)} />
      </Group>
      <Group gap="xs" mt="sm" grow>
        <Button variant={value === 0 ? 'light' : 'default'} aria-pressed={value === 0} onClick={() => set(0)}>
          {t('spendNone')}
        </Button>
        <Button
          variant={spend.mode === 'MAX' ? 'light' : 'default'}
          aria-pressed={spend.mode === 'MAX'}
          onClick={() => set(max)}
          aria-keyshortcuts="F8"
          rightSection={
            <Kbd aria-hidden visibleFrom="lg">
              F8
            </Kbd>
          }
        >
          {t('spendMax', { amount: f.bonus(max) })}
        </Button>
      </Group>
      {why && (
        <Text size="sm" c="dimmed" mt={8}>
          {why}
        </Text>
      )}
    </fieldset>
  )
}
