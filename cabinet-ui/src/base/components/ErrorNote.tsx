import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLocale } from '../i18n/locale'
import { useTexts } from '../i18n/texts'
import { describeError, requestIdOf } from './errors'
import { texts } from './texts'

type Props = { error: unknown; onRetry?: () => void; title?: string }

/** A failure in place: what happened, a way to try again, and for support, to who asks, the request's number. */
export function ErrorNote({ error, onRetry, title }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const id = requestIdOf(error)
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle />} title={title ?? t('errorTitle')}>
      <Text size="sm" c="var(--k-text)">
        {describeError(error, locale)}
      </Text>
      {(id || onRetry) && (
        <Group mt="xs" gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {id && (
            <Text component="details" size="xs" c="dimmed">
              <summary>{t('details')}</summary>
              {t('requestId', { id })}
            </Text>
          )}
        </Group>
      )}
    </Alert>
  )
}
