import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { AdWarning } from '../composer/AdWarning'
import { glued } from '../composer/MessageText'
import classes from './Automations.module.css'
import {
  braces,
  daysOf,
  isService,
  type Kind,
  MAX_TEXT,
  MOST_STEPS,
  type Plan,
  ready,
  type Step,
  variablesOf,
} from './plan'
import { texts } from './texts'
import { useSentence } from './useSentence'

type Props = { plan: Plan; onChange: (steps: Step[]) => void; asked: boolean }

/** What is said and given, message by message. */
export function Steps({ plan: { kind, steps }, onChange, asked }: Props) {
  const t = useTexts(texts)
  const put = (at: number, step: Step) => onChange(steps.map((one, i) => (i === at ? step : one)))
  return (
    <Stack gap="lg">
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message of a chain is known by its place
        <fieldset key={i} className={classes.step}>
          {steps.length > 1 && <legend>{t('step', { number: i + 1 })}</legend>}
          <OneStep kind={kind} index={i} step={step} onChange={(changed) => put(i, changed)} asked={asked} />
          {i > 0 && (
            <Button
              mt="sm"
              size="compact-sm"
              variant="subtle"
              color="red"
              onClick={() => onChange(steps.filter((_, at) => at !== i))}
            >
              {t('removeStep', { number: i + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {kind === 'WIN_BACK' && steps.length < MOST_STEPS && (
        <Group>
          <Button
            variant="light"
            size="sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...steps, ...ready(kind, t).steps.map((step) => ({ ...step, days: 14 }))])}
          >
            {t('addStep')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type StepProps = { kind: Kind; index: number; step: Step; onChange: (step: Step) => void; asked: boolean }

function OneStep({ kind, index, step, onChange, asked }: StepProps) {
  const t = useTexts(texts)
  return (
    <Stack gap="sm">
      <When kind={kind} index={index} step={step} onChange={onChange} />
      <Gift step={step} onChange={onChange} asked={asked} />
      <Textarea
        label={t('text')}
        size="md"
        autosize
        minRows={3}
        maxLength={MAX_TEXT}
        value={step.text}
        onChange={(event) => onChange({ ...step, text: event.currentTarget.value })}
        error={asked && !step.text.trim() && t('textMissing')}
      />
      {isService(kind, step) && <AdWarning text={step.text} />}
      <Group gap={6}>
        {variablesOf(kind, Boolean(step.gift)).map((variable) => (
          <Button
            key={variable}
            size="compact-sm"
            variant="light"
            onClick={() => onChange({ ...step, text: glued(step.text, braces(t, variable)) })}
          >
            + {t(`var.${variable}`).split('|')[0]}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

function When({ kind, index, step, onChange }: Omit<StepProps, 'asked'>) {
  const t = useTexts(texts)
  const { when } = useSentence()
  const bounds = daysOf[kind]
  if (!bounds || kind === 'WELCOME' || kind === 'PURCHASE' || kind === 'TIER_UP') {
    return <Text fw={600}>{when(kind, step)}</Text>
  }
  const [least, most] = bounds
  return (
    <div className={classes.sentence}>
      <span>{index > 0 ? t('leadNext') : t(`lead.${kind}`)}</span>
      <NumberInput
        aria-label={t('daysOf', { number: index + 1 })}
        size="md"
        w={88}
        min={index > 0 ? 1 : least}
        max={most}
        clampBehavior="blur"
        allowDecimal={false}
        allowNegative={false}
        value={step.days}
        onChange={(days) => typeof days === 'number' && onChange({ ...step, days })}
      />
      <span>{index > 0 ? t('tailNext') : t(`tail.${kind}`)}</span>
    </div>
  )
}

function Gift({ step, onChange, asked }: Pick<StepProps, 'step' | 'onChange' | 'asked'>) {
  const t = useTexts(texts)
  const { gift } = step
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('gift')}
        checked={Boolean(gift)}
        onChange={(event) =>
          onChange({ ...step, gift: event.currentTarget.checked ? { amount: 10_000, days: 7 } : null })
        }
      />
      {gift && (
        <>
          <Group align="flex-start" gap="sm">
            <AmountInput
              label={t('giftAmount')}
              w={160}
              value={gift.amount || undefined}
              onChange={(amount) => onChange({ ...step, gift: { ...gift, amount: amount ?? 0 } })}
              error={asked && gift.amount <= 0 ? t('giftMissing') : undefined}
            />
            <NumberInput
              label={t('giftDays')}
              w={160}
              min={1}
              max={365}
              allowDecimal={false}
              allowNegative={false}
              value={gift.days}
              onChange={(days) => typeof days === 'number' && onChange({ ...step, gift: { ...gift, days } })}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {t('giftMakesOffer')}
          </Text>
        </>
      )}
    </Stack>
  )
}
