import { useLocalStorage } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { useDemo } from '@/base/api/queries/simulator'
import { toast } from '@/base/components/toast'
import type { Locale } from '@/base/i18n/locale'
import { register } from '../api/registerClient'
import { demoGoods } from './demoTexts'

type TillButton = Schemas['TillButton']
/** As earlier tills kept them, each on its own device. */
type Former = { sku: string; name: string; price: number }

const buttonsKey = ['register', 'buttons'] as const
const formerKey = (registerId: string) => `kartela.till.goods.${registerId}`

/**
 * The buttons of this register: its own, else the shop's. They start empty; only the demo shop has some to begin with.
 * The last ones are kept on the device for when there is no connection.
 */
export function useGoods({ registerId, shopSlug }: Schemas['RegisterInfo'], locale: Locale) {
  const answer = useQuery({ queryKey: buttonsKey, queryFn: register.buttons, staleTime: 60_000, retry: 1 }).data
  const [kept, keep] = useKept<Schemas['RegisterButtons']>(`kartela.till.buttons.${registerId}`)
  const [former] = useKept<Former[]>(formerKey(registerId))
  const demo = useDemo().data
  useEffect(() => {
    if (answer) keep(answer)
  }, [answer, keep])
  const shown = answer ?? kept
  const beginning = (): TillButton[] => {
    if (former) return former.map(({ sku, ...button }) => ({ ...button, code: sku }))
    if (demo?.shopSlug !== shopSlug) return []
    return demoGoods.map(({ sku, name, price }) => ({ code: sku, name: name[locale], price }))
  }
  const buttons = shown && shown.items.length > 0 ? shown.items : beginning()
  return { buttons, categories: shown?.categories ?? [] }
}

function useKept<T>(key: string) {
  return useLocalStorage<T | null>({ key, defaultValue: null, getInitialValueInEffect: false })
}

/** Shown at once, as the cashier goes on; taken back when the service does not take it. */
export function useSetGoods({ registerId }: Schemas['RegisterInfo']) {
  const client = useQueryClient()
  const shown = (next: Schemas['RegisterButtons'] | undefined) => client.setQueryData(buttonsKey, next)
  return useMutation({
    mutationFn: register.setButtons,
    onMutate: (items: TillButton[]) => {
      const before = client.getQueryData<Schemas['RegisterButtons']>(buttonsKey)
      if (before) shown({ ...before, own: true, items })
      return before
    },
    onSuccess: (now) => {
      localStorage.removeItem(formerKey(registerId))
      shown(now)
    },
    onError: (error, _, before) => {
      shown(before)
      toast.error(error)
    },
  })
}
