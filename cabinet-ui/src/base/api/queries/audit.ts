import { useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** Days are of the shop's time zone. */
export type AuditFilter = { author?: string; kind?: string; from?: string; to?: string }

export function useAuditFilters(enabled: boolean) {
  return useQuery({ queryKey: ['audit-filters'], queryFn: () => unwrap(api.GET('/audit/filters')), enabled })
}

/** Where the browser loads the same as a table. */
export function auditExport(filter: AuditFilter, lang: string): string {
  const query = new URLSearchParams({ lang })
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return `/api/v1/audit/export?${query}`
}
