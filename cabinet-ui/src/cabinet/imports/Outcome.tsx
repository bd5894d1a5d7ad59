import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Import, useImportAct } from '@/base/api/queries/imports'
import { ErrorNote } from '@/base/components/ErrorNote'
import { StatTile } from '@/base/components/StatTile'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { Remarks } from './Remarks'
import { texts } from './texts'

type Props = { one: Import; onColumns: () => void; onOther: () => void }

/** What a check found or an import did, and what can be done next. */
export function Outcome({ one, onColumns, onOther }: Props) {
  const run = useImportAct('run')
  return (
    <Stack gap="md">
      <Trouble one={one} />
      {one.result.takenBack ? <TakenBack back={one.result.takenBack} /> : <Counts one={one} />}
      <Remarks one={one} />
      {run.error && <ErrorNote error={run.error} />}
      <Acts one={one} onColumns={onColumns} onOther={onOther} run={run} />
    </Stack>
  )
}

function Trouble({ one }: { one: Import }) {
  const t = useTexts(texts)
  if (one.state === 'STOPPED')
    return (
      <Alert color="yellow" variant="light" role="status">
        <Text c="var(--k-text)">{t('stopped')}</Text>
      </Alert>
    )
  if (one.state !== 'FAILED') return null
  return (
    <Alert color="red" variant="light" role="alert" title={t('failed')}>
      <Text c="var(--k-text)">{t(one.result.error === 'PROGRAM_NOT_FOUND' ? 'noProgram' : 'failedText')}</Text>
    </Alert>
  )
}

function Counts({ one }: { one: Import }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { added, changed, same, wrong } = one.result.counts
  const ahead = one.state === 'CHECKED'
  return (
    <section aria-label={t(ahead ? 'checkedTitle' : 'doneTitle')}>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <StatTile label={t('added')} value={f.number(added)} />
        <StatTile label={t(ahead ? 'changed' : 'wereChanged')} value={f.number(changed)} />
        <StatTile label={t('same')} value={f.number(same)} />
        <StatTile label={t('wrong')} value={f.number(wrong)} hint={wrong > 0 && ahead ? t('wrongHint') : undefined} />
      </SimpleGrid>
      {ahead && added + changed === 0 && (
        <Text mt="sm" role="status">
          {t('nothingToDo')}
        </Text>
      )}
    </section>
  )
}

function TakenBack({ back }: { back: NonNullable<Import['result']['takenBack']> }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <section aria-label={t('undoneTitle')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <StatTile label={t('undoneMembers')} value={f.number(back.taken)} />
        <StatTile label={t('undoneCredits')} value={f.number(back.credits)} />
        <StatTile
          label={t('undoneKept')}
          value={f.number(back.kept)}
          hint={back.kept > 0 ? t('undoneKeptHint') : undefined}
        />
      </SimpleGrid>
    </section>
  )
}

function Acts({ one, onColumns, onOther, run }: Props & { run: ReturnType<typeof useImportAct> }) {
  const t = useTexts(texts)
  const f = useFormat()
  const [asked, setAsked] = useState(false)
  const takesBack = useMay('PERSONAL_DATA')
  const { added, changed } = one.result.counts
  const over = one.state === 'DONE' || one.state === 'STOPPED' || one.state === 'FAILED'
  return (
    <Group justify="flex-end" gap="sm">
      {one.result.canBeTakenBack && over && takesBack && (
        <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
          {t('undo')}
        </Button>
      )}
      <Button variant="default" onClick={onOther}>
        {t('otherFile')}
      </Button>
      {one.state === 'CHECKED' && (
        <Button variant="default" onClick={onColumns}>
          {t('changeColumns')}
        </Button>
      )}
      {one.state === 'CHECKED' && added + changed > 0 && (
        <Button loading={run.isPending} onClick={() => run.mutate(one.id)}>
          {t('run', { count: added + changed, n: f.number(added + changed) })}
        </Button>
      )}
      {one.state === 'STOPPED' && (
        <Button loading={run.isPending} onClick={() => run.mutate(one.id)}>
          {t('goOn')}
        </Button>
      )}
      {asked && <Undo id={one.id} onClose={() => setAsked(false)} />}
    </Group>
  )
}

function Undo({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(texts)
  const undo = useImportAct('undo')
  return (
    <ConfirmDialog
      opened
      title={t('undoTitle')}
      text={t('undoText')}
      confirmLabel={t('undo')}
      danger
      busy={undo.isPending}
      error={undo.error}
      onConfirm={() => undo.mutate(id, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
