import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useEndWaiting, useProgramWaiting } from '@/base/api/queries/program'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { Changes } from '../history/Changes'
import { texts } from './texts'

/** Says which version takes over when; the owner may have it at once or not at all. */
export function WaitingNote({ owner }: { owner: boolean }) {
  const waiting = useProgramWaiting().data
  return waiting ? <Note waiting={waiting} owner={owner} /> : null
}

function Note({ waiting, owner }: { waiting: Schemas['ProgramWaiting']; owner: boolean }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [open, setOpen] = useState(false)
  return (
    <Alert variant="light" mb="md" role="status" title={t('title', { date: f.dateTime(waiting.at) })}>
      <Stack gap="sm">
        <Text c="var(--k-text)">
          {t('by', { name: waiting.plannedBy, date: f.dateTime(waiting.plannedAt) })}
          {waiting.changes.length === 0 && ` ${t('nothing')}`}
        </Text>
        {open && <Changes of={waiting} more={t('more')} />}
        <Group gap="sm">
          {waiting.changes.length > 0 && (
            <Button size="compact-md" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('changes')}
            </Button>
          )}
          {owner && <Acts />}
        </Group>
      </Stack>
    </Alert>
  )
}

function Acts() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'publish' | 'takeBack'>()
  const publish = useEndWaiting('publish')
  const takeBack = useEndWaiting('take-back')
  const ending = asked === 'publish' ? publish : takeBack

  function end() {
    // A promise outlives this note, which is gone as soon as nothing waits any more.
    ending.mutateAsync().then(
      () => {
        setAsked(undefined)
        if (asked === 'publish') toast.success(t('published'))
        else void navigate({ to: '/program/draft' })
      },
      () => undefined, // told in the dialog
    )
  }
  return (
    <>
      {(['publish', 'takeBack'] as const).map((one) => (
        <Button key={one} size="compact-md" variant="default" onClick={() => setAsked(one)}>
          {t(one)}
        </Button>
      ))}
      <ConfirmDialog
        opened={asked !== undefined}
        title={t(asked === 'publish' ? 'publishTitle' : 'takeBackTitle')}
        text={t(asked === 'publish' ? 'publishText' : 'takeBackText')}
        confirmLabel={t(asked ?? 'publish')}
        busy={ending.isPending}
        error={ending.error}
        onClose={() => setAsked(undefined)}
        onConfirm={end}
      />
    </>
  )
}
