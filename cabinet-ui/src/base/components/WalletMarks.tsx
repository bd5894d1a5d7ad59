import { Group, Text, ThemeIcon, Tooltip } from '@mantine/core'
import { IconBrandApple, IconBrandGoogle } from '@tabler/icons-react'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

/** Which wallets hold the card now; the count is read out and shown on hover. */
export function WalletMarks({ apple, google }: { apple: number; google: number }) {
  const t = useTexts(texts)
  if (apple === 0 && google === 0) {
    return (
      <Text size="sm" c="dimmed" span>
        {t('noWallet')}
      </Text>
    )
  }
  return (
    <Group gap={6} wrap="nowrap">
      {apple > 0 && <Mark icon={<IconBrandApple size={16} aria-hidden />} label={t('inApple', { count: apple })} />}
      {google > 0 && <Mark icon={<IconBrandGoogle size={16} aria-hidden />} label={t('inGoogle', { count: google })} />}
    </Group>
  )
}

function Mark({ icon, label }: { icon: React.ReactNode; label: string }) {
  return (
    <Tooltip label={label}>
      <ThemeIcon variant="default" size={26} radius="sm" role="img" aria-label={label}>
        {icon}
      </ThemeIcon>
    </Tooltip>
  )
}
