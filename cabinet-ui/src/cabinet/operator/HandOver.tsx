import { Alert, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { CopyField } from '@/base/components/CopyField'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { invitationLink } from '../invitation/link'
import { texts } from './texts'

/** What is seen once, said before it. */
export function Once({ text }: { text: string }) {
  return (
    <Alert color="honey" icon={<IconKey aria-hidden />}>
      <Text c="var(--k-text)" size="sm">
        {text}
      </Text>
    </Alert>
  )
}

/** The link with which an owner comes in. */
export function OwnerLink({ owner }: { owner: Schemas['InvitedOwner'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <div>
      <CopyField label={t('ownerLink', { email: owner.email })} value={invitationLink(owner.invitation.token)} mono />
      <Text size="sm" c="dimmed" mt={4}>
        {t('linkUntil', { date: f.dateTime(owner.invitation.expiresAt) })}
      </Text>
    </div>
  )
}
