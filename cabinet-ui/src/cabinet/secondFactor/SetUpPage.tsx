import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useSettled } from '@/base/api/queries/secondFactor'
import { useSignOut } from '@/base/api/queries/session'
import { PageHeader } from '@/base/components/PageHeader'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { FactorPanel } from './FactorPanel'
import { texts } from './texts'

/** Before anything else, where the owner demands a second step and one has none. */
export default function SetUpPage() {
  const t = useTexts(texts)
  const settled = useSettled()
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <PlainShell size={640}>
      <PageHeader title={t('setUpTitle')} hint={t('setUpText')} />
      <FactorPanel onSettled={() => void settled()} />
      <Group mt="md">
        <Button
          variant="subtle"
          onClick={() =>
            signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/sign-in', replace: true }) })
          }
        >
          {t('signOut')}
        </Button>
      </Group>
    </PlainShell>
  )
}
