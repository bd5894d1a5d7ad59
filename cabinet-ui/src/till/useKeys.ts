import { useHotkeys } from '@mantine/hooks'
import { useLatest } from '@/base/hooks/useLatest'
import type { Duty } from './cashier/CashierGate'
import type { Till } from './sale/useTill'

type Acts = { toScan: () => void; startOver: () => void; history: () => void; askCode: () => void }

/** The till by keyboard alone; off while something else has the keys. */
export function useKeys(on: boolean, till: Till, duty: Duty, acts: Acts) {
  // A key pressed right after another must see what that one changed.
  const now = useLatest({ till, acts })

  /** The most, or nothing; or the code that spending needs first. */
  function toggleSpending() {
    const { sale, dispatch } = now.current.till
    if (!sale.member) return
    if (sale.right === 'CODE') now.current.acts.askCode()
    else dispatch({ type: 'spend', spend: { mode: sale.spend.mode === 'NONE' ? 'MAX' : 'NONE' } })
  }
  const keys: Array<[string, () => void]> = [
    ['F2', () => (now.current.till.outcome ? now.current.acts.startOver() : now.current.acts.toScan())],
    ['F4', () => document.getElementById('amount-entry')?.focus()],
    ['F7', acts.history],
    ['F8', toggleSpending],
    ['F9', () => void till.commit()],
    ['F10', () => duty.known && duty.lock()],
    ['mod+Enter', () => void till.commit()],
  ]
  useHotkeys(on ? keys : [], [], true)
}
