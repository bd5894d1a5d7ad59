import { Checkbox, NumberInput, Stack, Text } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Campaigns.module.css'
import type { Gift } from './content'
import { texts } from './giftTexts'

type Props = { value: Gift | null; onChange: (gift: Gift | null) => void; reached: number; asked: boolean }

/** Bonuses that come with the text, as a sentence. */
export function GiftChoice({ value, onChange, reached, asked }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('gift')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { amount: 10_000, days: 7 } : null)}
      />
      {value && (
        <>
          <div className={classes.sentence}>
            <span>{t('give')}</span>
            <AmountInput
              aria-label={t('amount')}
              w={110}
              value={value.amount || undefined}
              onChange={(amount) => onChange({ ...value, amount: amount ?? 0 })}
              error={asked && value.amount <= 0 ? t('missing') : undefined}
            />
            <span>{t('bonusesFor')}</span>
            <NumberInput
              aria-label={t('life')}
              size="md"
              w={88}
              min={1}
              max={365}
              clampBehavior="blur"
              allowDecimal={false}
              allowNegative={false}
              value={value.days}
              onChange={(days) => typeof days === 'number' && onChange({ ...value, days })}
            />
            <span>{t('days', { count: value.days })}</span>
          </div>
          <Text size="sm" c="dimmed">
            {t('hint')} {reached > 0 && t('atMost', { amount: f.bonus(reached * value.amount) })}
          </Text>
        </>
      )}
    </Stack>
  )
}
