import { Alert, Button, Group, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './draftTexts'
import type { Saved } from './useAutosave'

type Draft = Schemas['CampaignDraft']
type Props = { saved: Saved; onLook: (theirs: Draft) => void; onOverwrite: (theirs: Draft) => void }

/** Whether what is written is kept, and what to do when somebody else was quicker. */
export function SavedNote({ saved, onLook, onOverwrite }: Props) {
  const t = useTexts(texts)
  if (saved.state === 'conflict') return <Conflict theirs={saved.theirs} onLook={onLook} onOverwrite={onOverwrite} />
  if (saved.state === 'gone') {
    return (
      <Alert color="honey" variant="light" role="alert">
        {t('gone')}
      </Alert>
    )
  }
  const words = { none: '', saving: t('saving'), saved: t('saved'), failed: t('saveFailed') }[saved.state]
  return (
    <Text size="sm" c="dimmed" role="status" mih={20}>
      {words}
    </Text>
  )
}

function Conflict({ theirs, onLook, onOverwrite }: Omit<Props, 'saved'> & { theirs: Draft }) {
  const t = useTexts(texts)
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(theirs.updatedAt)) / 60_000))
  const name = theirs.updatedBy
  const words = theirs.planned
    ? t('conflictPlanned', { name })
    : minutes === 0
      ? t('conflictNow', { name })
      : t('conflict', { name, count: minutes })
  return (
    <Alert color="honey" variant="light" role="alert" icon={<IconUsers aria-hidden />} title={t('conflictTitle')}>
      <Text size="sm" c="var(--k-text)">
        {words}
      </Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" onClick={() => onLook(theirs)}>
          {t('look')}
        </Button>
        {!theirs.planned && (
          <Button size="xs" variant="default" onClick={() => onOverwrite(theirs)}>
            {t('overwrite')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
