import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FileFormat } from '../../list/ExportMenu'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

/** Days are of the shop's time zone. */
export type FiguresFilter = {
  from?: string
  to?: string
  store?: string
  cashier?: string
  tier?: string
  segment?: string
}
export type FiguresStep = 'day' | 'week' | 'month'
export type FiguresRow = Schemas['FiguresRow']

export function useFigures(filter: FiguresFilter & { step: FiguresStep }) {
  return useQuery({
    queryKey: ['reports', 'figures', filter],
    queryFn: () => unwrap(api.GET('/reports/figures', { params: { query: filter } })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000, // shops leave it open
  })
}

export function useBuyers(filter: FiguresFilter) {
  return useQuery({
    queryKey: ['reports', 'buyers', filter],
    queryFn: () => unwrap(api.GET('/reports/buyers', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  })
}

export function useFigureChoices() {
  return useQuery({
    queryKey: ['reports', 'choices'],
    queryFn: () => unwrap(api.GET('/reports/figures/choices')),
    staleTime: 60_000,
  })
}

/** Where the browser loads the same rows as a table. */
export function figuresExport(filter: FiguresFilter & { step: FiguresStep }, lang: string, format: FileFormat): string {
  const query = new URLSearchParams({ lang, format })
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return `/api/v1/reports/figures/export?${query}`
}
