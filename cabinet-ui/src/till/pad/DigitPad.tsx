import { UnstyledButton } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import classes from './DigitPad.module.css'
import { texts } from './texts'

/** As on a calculator for amounts, as on a phone for codes. */
const ORDER = { amount: '789456123', code: '123456789' } as const

type Props = {
  label: string
  onDigit: (digits: string) => void
  onErase: () => void
  /** What the lower left key writes; nothing for codes. */
  corner?: string
  order?: keyof typeof ORDER
  disabled?: boolean
}

/** Large keys for a finger, beside a field that the keyboard writes into. */
export function DigitPad({ label, onDigit, onErase, corner, order = 'amount', disabled }: Props) {
  const t = useTexts(texts)
  const key = (digits: string) => (
    <UnstyledButton key={digits} className={classes.key} disabled={disabled} onClick={() => onDigit(digits)}>
      {digits}
    </UnstyledButton>
  )
  return (
    <fieldset className={classes.keypad}>
      <legend className="k-visually-hidden">{label}</legend>
      {[...ORDER[order]].map(key)}
      {corner ? key(corner) : <span />}
      {key('0')}
      <UnstyledButton className={classes.key} disabled={disabled} onClick={onErase} aria-label={t('erase')}>
        <IconBackspace size={24} aria-hidden />
      </UnstyledButton>
    </fieldset>
  )
}
