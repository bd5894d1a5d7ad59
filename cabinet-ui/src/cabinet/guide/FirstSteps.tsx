import { Anchor, Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFirstSteps, useHideFirstSteps } from '@/base/api/queries/firstSteps'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import classes from './FirstSteps.module.css'
import { texts } from './texts'

type Step = Schemas['FirstSteps']['steps'][number]

/** Where each step is taken; whole addresses, because the till is another application. */
const PLACES: Record<Step['id'], string> = {
  DETAILS: '/cabinet/settings',
  TEXTS: '/cabinet/settings',
  PROGRAM: '/cabinet/program',
  GOODS: '/cabinet/goods',
  DESIGN: '/cabinet/design',
  TILL: '/cabinet/stores',
  POSTER: '/cabinet/join-link',
  SALE: '/till',
}

/** What a new shop does first, for its owner: nothing waits for it, and it can be put away. */
export function FirstSteps({ owner }: { owner: boolean }) {
  const t = useTexts(texts)
  const steps = useFirstSteps(owner).data
  const hide = useHideFirstSteps()
  if (!steps || steps.steps.length === 0) return null
  const setHidden = (hidden: boolean) => hide.mutate(hidden, { onError: toast.error })
  if (steps.hidden) {
    if (steps.complete) return null
    return (
      <Group justify="flex-end" mb="sm">
        <Anchor component="button" type="button" size="sm" onClick={() => setHidden(false)}>
          {t('show')}
        </Anchor>
      </Group>
    )
  }
  const done = steps.steps.filter((step) => step.done).length
  const all = steps.steps.length
  return (
    <Panel
      mb="md"
      title={steps.complete ? t('completeTitle') : t('title')}
      hint={steps.complete ? t('completeText') : t('hint')}
      actions={
        <Button variant="subtle" size="compact-sm" loading={hide.isPending} onClick={() => setHidden(true)}>
          {t('hide')}
        </Button>
      }
    >
      <Group gap="sm" mb="md" wrap="nowrap">
        <Progress value={(done / all) * 100} flex={1} aria-label={t('title')} />
        <Text size="sm" c="dimmed">
          {t('progress', { done, all })}
        </Text>
      </Group>
      {!steps.complete && (
        <ol className={classes.steps}>
          {steps.steps.map((step, i) => (
            <StepCard key={step.id} step={step} number={i + 1} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function StepCard({ step, number }: { step: Step; number: number }) {
  const t = useTexts(texts)
  return (
    <li className={classes.step} data-done={step.done || undefined}>
      <span className={classes.mark} aria-hidden>
        {step.done ? <IconCheck size={18} /> : number}
      </span>
      <h3>
        {t(`step.${step.id}`)}
        {step.done && <VisuallyHidden>: {t('stepDone')}</VisuallyHidden>}
      </h3>
      {!step.done && (
        <Text size="sm" c="dimmed">
          {t(`text.${step.id}`)}
        </Text>
      )}
      <Anchor href={PLACES[step.id]} size="sm">
        {t(`go.${step.id}`)}
      </Anchor>
    </li>
  )
}
