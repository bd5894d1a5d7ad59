import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { zoneChoices } from '@/base/format/zones'
import { useLocale } from '@/base/i18n/locale'

type Props = {
  label: string
  description?: string
  value: string
  onChange: (zone: string) => void
  error?: string
}

/** A time zone by the names of its places. */
export function ZoneSelect({ value, onChange, ...field }: Props) {
  const locale = useLocale()
  const choices = useMemo(() => zoneChoices(locale, new Date(), value), [locale, value])
  return (
    <Select
      {...field}
      searchable
      allowDeselect={false}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      data={choices}
    />
  )
}
