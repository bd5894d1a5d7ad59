import { Alert, Button, Group, Text } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** A filter names what is there no more, and therefore finds nothing. */
export function Stale({ text, onDrop }: { text: string; onDrop: () => void }) {
  const t = useTexts(texts)
  return (
    <Alert color="yellow" m="sm" icon={<IconFilterOff size={18} aria-hidden />} role="status">
      <Group gap="sm" justify="space-between">
        <Text size="sm">{text}</Text>
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {t('dropStale')}
        </Button>
      </Group>
    </Alert>
  )
}
