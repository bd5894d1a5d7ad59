import { Skeleton, Stack } from '@mantine/core'
import { useShopSettings } from '@/base/api/queries/shop'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { DetailsForm } from './DetailsForm'
import { ResultSettingsForm } from './ResultSettingsForm'
import { TextPanel } from './TextPanel'
import { texts } from './texts'

/** What the shop says of itself to its customers. */
export default function SettingsPage() {
  const t = useTexts(texts)
  const settings = useShopSettings()
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {settings.data ? (
        <Stack gap="md" maw={860}>
          <DetailsForm details={settings.data.details} />
          <TextPanel kind="terms" current={settings.data.terms} />
          <TextPanel kind="privacy" current={settings.data.privacy} />
          <ResultSettingsForm />
        </Stack>
      ) : settings.error ? (
        <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <Skeleton h={420} radius="lg" />
      )}
    </>
  )
}
