import { useLocalStorage } from '@mantine/hooks'
import type { Locale } from '@/base/i18n/locale'
import { demoGoods } from './demoTexts'

export type Good = { sku: string; name: string; price: number }

/** The buttons of this till; a new till starts with the demo coffee shop's. */
export function useGoods(locale: Locale) {
  const [own, setOwn] = useLocalStorage<Good[] | null>({
    key: 'kartela.till.goods',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const goods: readonly Good[] = own ?? demoGoods.map((good) => ({ ...good, name: good.name[locale] }))
  return { goods, save: (next: readonly Good[]) => setOwn([...next]) }
}
