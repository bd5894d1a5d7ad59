import { Kbd } from '@mantine/core'
import { AmountInput } from '@/base/form/AmountInput'
import { parseMinor } from '@/base/format/format'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { DigitPad } from '../pad/DigitPad'
import classes from './TotalEntry.module.css'
import { texts } from './texts'
import type { Till } from './useTill'

/** One figure for the whole receipt, by keyboard or by large keys for a finger. */
export function TotalEntry({ till }: { till: Till }) {
  const t = useTexts(texts)
  const f = useFormat()
  const locale = useLocale()
  const { total } = till.sale
  const set = (next: number | undefined) => till.dispatch({ type: 'total', total: next })

  // The keypad counts roubles; kopecks are typed on the keyboard.
  function press(digits: string) {
    set(parseMinor(`${total === undefined ? '' : Math.trunc(total / 100)}${digits}`) ?? total)
  }
  function erase() {
    const whole = total === undefined ? '' : String(Math.trunc(total / 100))
    set(total !== undefined && total % 100 !== 0 ? Math.trunc(total / 100) * 100 : parseMinor(whole.slice(0, -1)))
  }

  return (
    <>
      <AmountInput
        id="amount-entry"
        label={
          <>
            {t('total')}{' '}
            <Kbd aria-hidden visibleFrom="md">
              F4
            </Kbd>
          </>
        }
        placeholder={f.money(0)}
        size="xl"
        value={total}
        onChange={set}
        aria-keyshortcuts="F4"
        classNames={{ input: classes.input }}
        lang={locale}
      />
      <DigitPad label={t('keypad')} onDigit={press} onErase={erase} corner="00" />
    </>
  )
}
