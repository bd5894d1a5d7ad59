import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { CopyField } from '@/base/components/CopyField'
import { OnceDialog } from '@/base/dialog/OnceDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

type Props = { invited: Schemas['InvitedColleague']; onClose: () => void }

/** The link, shown once. */
export function LinkDialog({ invited, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <OnceDialog title={t('linkTitle', { name: invited.colleague.name })}>
      <Stack>
        <Alert color="honey" icon={<IconLink aria-hidden />}>
          <Text c="var(--k-text)" size="sm">
            {invited.letterSent
              ? t('linkSent', { email: invited.colleague.email, date: f.dateTime(invited.expiresAt) })
              : t('linkOnce', { date: f.dateTime(invited.expiresAt) })}
          </Text>
        </Alert>
        <CopyField label={t('link')} value={invited.url} mono />
        <Button onClick={onClose}>{t('copied')}</Button>
      </Stack>
    </OnceDialog>
  )
}
