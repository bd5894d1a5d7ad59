import { ActionIcon, Group, Menu, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { both, type Local, local, type Path } from '../document/document'
import { FACTS, type Fact } from '../document/facts'
import { texts as factTexts } from '../document/factTexts'
import { inputId, useValue } from '../document/form'
import { texts } from './texts'

type Props = {
  path: Path
  label: string
  hint?: string
  maxLength: number
  /** Whether facts in braces may be put in. */
  template?: boolean
  rows?: number
  required?: boolean
}

/** A text in both languages, side by side. */
export function LocalInput({ path, label, hint, maxLength, template = false, rows, required = false }: Props) {
  const t = useTexts(texts)
  const { value, set, error } = useValue<Local>(path)
  const text = both(value)
  return (
    <div>
      <Text component="div" fw={500} fz="sm" mb={hint ? 0 : 6} id={`${inputId(path)}-name`}>
        {label}
      </Text>
      {hint && (
        <Text fz="sm" c="dimmed" mb={6}>
          {hint}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {(['ru', 'en'] as const).map((language) => (
          <One
            key={language}
            id={language === 'ru' ? inputId(path) : inputId([...path, 'en'])}
            label={`${label}, ${t(`language.${language}`)}`}
            mark={language.toUpperCase()}
            value={text[language]}
            error={error}
            quiet={language === 'en'}
            maxLength={maxLength}
            template={template}
            rows={rows}
            required={required}
            onChange={(next) => set(language === 'ru' ? local(next, text.en) : local(text.ru, next))}
          />
        ))}
      </SimpleGrid>
    </div>
  )
}

type OneProps = {
  id: string
  label: string
  mark: string
  value: string
  error: string | undefined
  quiet: boolean
  maxLength: number
  template: boolean
  rows: number | undefined
  required: boolean
  onChange: (value: string) => void
}

function One({ id, label, mark, value, error, quiet, maxLength, template, rows, required, onChange }: OneProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  function insert(fact: Fact) {
    const at = input.current?.selectionStart ?? value.length
    const end = input.current?.selectionEnd ?? at
    onChange(`${value.slice(0, at)}{${fact}}${value.slice(end)}`)
    input.current?.focus()
  }
  const shared = {
    id,
    ref: input,
    'aria-label': label,
    'aria-required': required || undefined,
    value,
    maxLength,
    // Both languages are marked; the words stand once.
    error: quiet ? Boolean(error) : error,
    leftSection: (
      <Text fz={11} fw={700} c="dimmed" aria-hidden>
        {mark}
      </Text>
    ),
    rightSection: template ? <Insert onChoose={insert} /> : undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.currentTarget.value),
  }
  return rows ? <Textarea {...shared} autosize minRows={rows} maxRows={8} /> : <TextInput {...shared} />
}

function Insert({ onChoose }: { onChoose: (fact: Fact) => void }) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  return (
    <Menu withinPortal position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('insertFact')} title={t('insertFact')}>
          <IconBraces size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {FACTS.map((one) => (
          <Menu.Item key={one} onClick={() => onChoose(one)}>
            <Group justify="space-between" gap="md" wrap="nowrap">
              <span>{fact(`fact.${one}`)}</span>
              <Text span fz="xs" c="dimmed">{`{${one}}`}</Text>
            </Group>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
