import { Alert, Drawer, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useAllGoods, useCategories } from '@/base/api/queries/goods'
import { useTryProgram } from '@/base/api/queries/program'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import type { Words } from '../../condition/words'
import { useCurrentSession } from '../../layout/currentSession'
import classes from '../base/Program.module.css'
import { tiersOf } from '../document/program'
import type { Editing } from '../editing/useDraftEditing'
import { firstTrial, trialBody } from './receipt'
import { TrialFields } from './TrialFields'
import { Tried } from './Tried'
import { texts } from './texts'

/** A receipt tried on the draft before anybody buys by it. */
export function TryDrawer({ edit, words, onClose }: { edit: Editing; words: Words; onClose: () => void }) {
  const t = useTexts(texts)
  const { zone } = useCurrentSession()
  const goods = useAllGoods().data ?? []
  const categories = useCategories().data?.items ?? []
  const attempt = useTryProgram(edit.draft.id)
  const [trial, setTrial] = useState(() =>
    firstTrial(new Date(), zone ?? edit.doc.zone ?? 'Europe/Moscow', tiersOf(edit.doc)[0]?.tier.id ?? ''),
  )
  const invalid = attempt.error instanceof ApiError && attempt.error.code === 'PROGRAM_INVALID'
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(1040px, 100%)"
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.trial}>
        <Form
          onSubmit={() => attempt.mutate(trialBody(trial, goods, categories))}
          submit={t('count')}
          busy={attempt.isPending}
          error={invalid ? undefined : attempt.error}
        >
          <TrialFields value={trial} onChange={setTrial} words={words} />
          {invalid && (
            <Alert color="red" variant="light" role="alert">
              {t('invalid')}
            </Alert>
          )}
        </Form>
        <Answer of={attempt.data} lines={attempt.variables?.lines ?? []} />
      </div>
    </Drawer>
  )
}

type AnswerProps = { of: Schemas['ProgramTried'] | undefined; lines: Schemas['ProgramTry']['lines'] }

/** Beside the form, or below it on a phone: then it is gone to, for it would come out of sight. */
function Answer({ of, lines }: AnswerProps) {
  const t = useTexts(texts)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!of) return
    const section = place.current
    section?.focus({ preventScroll: true })
    if (section && section.getBoundingClientRect().top > window.innerHeight / 2) section.scrollIntoView()
  }, [of])
  return (
    <section ref={place} tabIndex={-1} className={classes.answer} aria-label={t('result')}>
      {of ? <Tried of={of} lines={lines} /> : <Text c="dimmed">{t('resultHint')}</Text>}
    </section>
  )
}
