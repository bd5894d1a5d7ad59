import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { CopyField } from '@/base/components/CopyField'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** Whether the vendor tells us what happens, and what the owner has to paste where it cannot be told by us. */
export function HookNote({ channel: { vendor, hook, stopped } }: { channel: Schemas['Channel'] }) {
  const t = useTexts(texts)
  if (!hook) return null
  if (hook.listening !== undefined) {
    return hook.listening || stopped ? null : (
      <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} role="alert">
        {t('notListening')}
      </Alert>
    )
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{t(vendor === 'VK' ? 'pasteVk' : 'pasteSms')}</Text>
      <CopyField label={t('hookAddress')} value={hook.address} />
      {hook.secret && <CopyField label={t('hookSecret')} value={hook.secret} />}
    </Stack>
  )
}
