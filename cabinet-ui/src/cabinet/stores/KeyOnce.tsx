import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { CopyField } from '@/base/components/CopyField'
import { OnceDialog } from '@/base/dialog/OnceDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { name: string; value: string; onClose: () => void }

/** A register's key, shown once. */
export function KeyOnce({ name, value, onClose }: Props) {
  const t = useTexts(texts)
  return (
    <OnceDialog title={t('keyReady', { name })}>
      <Stack>
        <Alert color="honey" icon={<IconKey aria-hidden />}>
          <Text c="var(--k-text)" size="sm">
            {t('keyOnce')}
          </Text>
        </Alert>
        <CopyField label={t('key')} value={value} mono />
        <Text size="sm" c="dimmed">
          {t('keyUse')}
        </Text>
        <Button onClick={onClose}>{t('copied')}</Button>
      </Stack>
    </OnceDialog>
  )
}
