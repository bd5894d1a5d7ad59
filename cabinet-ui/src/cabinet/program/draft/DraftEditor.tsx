import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import type { WorkingDraft } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useTexts } from '@/base/i18n/texts'
import type { Problem } from '../../condition/kind'
import { useProgramWords } from '../../rule/useProgramWords'
import classes from '../base/Program.module.css'
import { texts } from '../base/texts'
import { type Editing, useDraftEditing } from '../editing/useDraftEditing'
import { HistoryDrawer } from '../history/HistoryDrawer'
import { Leaflet } from '../leaflet/Leaflet'
import { TryDrawer } from '../trial/TryDrawer'
import { DraftHeader, type Opened } from './DraftHeader'
import { PublishDialog } from './PublishDialog'

type Props = { loaded: WorkingDraft; colors: ReadonlyMap<string, string> }

/** The program's leaflet with a form behind each of its parts. */
export function DraftEditor({ loaded, colors }: Props) {
  const edit = useDraftEditing(loaded)
  const words = useProgramWords(edit.doc)
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const taken = (draft: Schemas['ProgramDraft']) => {
    edit.take(draft)
    close()
  }
  return (
    <>
      <DraftHeader edit={edit} onOpen={setOpened} />
      <Notes edit={edit} />
      <Elsewhere problems={edit.problems} locale={words.locale} />
      <Leaflet doc={edit.doc} words={words} edit={edit} colors={colors} />
      {opened === 'publish' && edit.draft.id && <PublishDialog edit={edit} id={edit.draft.id} onClose={close} />}
      {opened === 'history' && <HistoryDrawer onTaken={taken} onClose={close} />}
      {opened === 'try' && <TryDrawer edit={edit} words={words} onClose={close} />}
    </>
  )
}

/** What happened to the last change. */
function Notes({ edit }: { edit: Editing }) {
  const t = useTexts(texts)
  return (
    <>
      {edit.theirs && (
        <Alert
          color="yellow"
          variant="light"
          mb="md"
          role="alert"
          title={t('theirsTitle', { name: edit.theirs.updatedBy })}
        >
          <Group justify="space-between" gap="sm">
            <Text c="var(--k-text)">{t('theirsText')}</Text>
            <Button size="compact-md" variant="default" onClick={() => edit.theirs && edit.take(edit.theirs)}>
              {t('theirsShow')}
            </Button>
          </Group>
        </Alert>
      )}
      {Boolean(edit.error) && <ErrorNote title={t('unsaved')} error={edit.error} onRetry={() => void edit.retry()} />}
      {edit.removed !== undefined && (
        <div className={classes.strip} role="status">
          <span>{t('removed', { name: edit.removed })}</span>
          <Button size="compact-md" variant="light" onClick={edit.undo}>
            {t('undo')}
          </Button>
        </div>
      )}
    </>
  )
}

const PLACES = /^\/(tiers|tierPolicy|rules|earning|spending|discounts|signUp|referral|returns|name|kind|zone)(\/|$)/

/** What the service says of places that no part of the leaflet speaks of. */
function Elsewhere({ problems, locale }: { problems: readonly Problem[]; locale: 'ru' | 'en' }) {
  const t = useTexts(texts)
  const rest = problems.filter((one) => !PLACES.test(one.pointer))
  if (rest.length === 0) return null
  return (
    <Alert
      color={rest.some((one) => one.severity === 'ERROR') ? 'red' : 'yellow'}
      variant="light"
      mb="md"
      title={t('otherProblems')}
    >
      {rest.map((one) => (
        <Text key={one.pointer + one.text.en} c="var(--k-text)">
          {one.text[locale]}
        </Text>
      ))}
    </Alert>
  )
}
