import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useLocalText } from '@/base/i18n/texts'

/** From what to what, or what it was about. */
export function Changes({ changes }: { changes: Schemas['AuditEntry']['changes'] }) {
  const text = useLocalText()
  return changes.map((change) => (
    <Text key={change.field.en} size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text span c="dimmed" inherit>
        {text(change.field)}:
      </Text>{' '}
      {change.was && (
        <>
          <del>{text(change.was)}</del> →{' '}
        </>
      )}
      {text(change.now)}
    </Text>
  ))
}
