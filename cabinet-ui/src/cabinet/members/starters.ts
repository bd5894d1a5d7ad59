import { useTexts } from '@/base/i18n/texts'
import type { Starter } from '../views/ViewsMenu'
import { texts } from './texts'

const LONG_AGO_DAYS = 60

/** Views of members that every shop begins with. */
export function useStarters(): readonly Starter[] {
  const t = useTexts(texts)
  return [
    {
      name: t('view.longAgo'),
      state: { when: { type: 'lastPurchase', fromDays: LONG_AGO_DAYS }, sort: 'lastPurchase' },
    },
    { name: t('view.birthdays'), state: { when: { type: 'birthday', daysBefore: 7, daysAfter: 0 } } },
    { name: t('view.spenders'), state: { sort: 'spent' } },
  ]
}
