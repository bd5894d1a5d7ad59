import { ActionIcon, Button, CopyButton, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

type Props = {
  label: string
  value: string
  mono?: boolean
  /** Only the icon, for narrow places. */
  compact?: boolean
}

/** A read-only value with a button that copies it. */
export function CopyField({ label, value, mono = false, compact = false }: Props) {
  const t = useTexts(texts)
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
        styles={mono ? { input: { fontFamily: 'ui-monospace, monospace' } } : undefined}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => {
          const icon = copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
          const text = copied ? t('copied') : t('copy')
          return compact ? (
            <ActionIcon size={36} variant="default" onClick={copy} aria-label={text}>
              {icon}
            </ActionIcon>
          ) : (
            <Button variant="default" onClick={copy} leftSection={icon}>
              {text}
            </Button>
          )
        }}
      </CopyButton>
    </Group>
  )
}
