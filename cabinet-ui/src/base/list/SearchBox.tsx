import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

const AFTER_TYPING = 300

type Props = {
  label: string
  placeholder: string
  value: string | undefined
  onSearch: (q: string | undefined) => void
}

/** What is typed is looked for once the typing pauses. */
export function SearchBox({ label, placeholder, value = '', onSearch }: Props) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const searchSoon = useDebouncedCallback((text: string) => onSearch(text.trim() || undefined), AFTER_TYPING)

  function type(text: string) {
    setTyped(text)
    searchSoon(text)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={typed && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => type('')} />}
      maxLength={100}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
