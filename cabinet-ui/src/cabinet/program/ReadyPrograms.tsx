import { Button, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { afterwards } from '@/base/api/afterwards'
import { useFirstSteps } from '@/base/api/queries/firstSteps'
import { isChanged, useProgramDrafts, useProgramTemplates, useTakeTemplate } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './base/Program.module.css'
import { texts } from './base/texts'

/** Programs to begin with, for the owner of a shop that still has the one it was opened with. */
export function ReadyPrograms() {
  const steps = useFirstSteps(true).data
  const drafts = useProgramDrafts(true).data
  const untouched = steps?.steps.some((step) => step.id === 'PROGRAM' && !step.done)
  return untouched && drafts && !drafts.items.some(isChanged) ? <Choice /> : null
}

function Choice() {
  const t = useTexts(texts)
  const text = useLocalText()
  const navigate = useNavigate()
  const { data } = useProgramTemplates(true)
  const take = useTakeTemplate(t('draftName'))
  if (!data) return null
  return (
    <Panel mb="md" title={t('readyTitle')} hint={t('readyHint')}>
      {take.error && <ErrorNote error={take.error} />}
      <ul className={classes.ready}>
        {data.items.map((one) => (
          <li key={one.id}>
            <Text fw={650}>{text(one.name)}</Text>
            <Text size="sm" c="dimmed">
              {text(one.about)}
            </Text>
            <Button
              size="compact-md"
              variant="light"
              aria-label={`${t('readyTake')}: ${text(one.name)}`}
              loading={take.isPending && take.variables === one.id}
              disabled={take.isPending}
              onClick={() => afterwards(take, one.id, () => void navigate({ to: '/program/draft' }))}
            >
              {t('readyTake')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
