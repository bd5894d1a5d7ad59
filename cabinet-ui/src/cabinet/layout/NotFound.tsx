import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { EmptyState } from '@/base/components/EmptyState'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

export function NotFound() {
  const t = useTexts(texts)
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <Button component="a" href="/cabinet">
          {t('toDashboard')}
        </Button>
      }
    />
  )
}
