import { Checkbox, Chip, Group, Input, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useStartWhatIf } from '@/base/api/queries/whatIf'
import { Panel } from '@/base/components/Panel'
import { DateInput } from '@/base/form/DateInput'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { Percent } from '../../condition/fields/Percent'
import { useCurrentSession } from '../../layout/currentSession'
import { LENGTHS, lastDays, type Period, plusDays, today } from '../base/days'
import { texts } from './texts'

type Asked = Required<Pick<Schemas['WhatIfRequest'], 'spending' | 'bonusValueBp'>>
type Props = { draftId: string; onStarted: (runId: string) => void }

/** Which receipts are worked out again. */
export function StartForm({ draftId, onStarted }: Props) {
  const t = useTexts(texts)
  const { zone } = useCurrentSession()
  const last = today(new Date(), zone)
  const start = useStartWhatIf()
  const [length, setLength] = useState<string>('90')
  const [own, setOwn] = useState<Period>(() => lastDays(30, last))
  const [asked, setAsked] = useState(false)
  const [options, setOptions] = useState<Asked>({ spending: 'AS_SPENT', bonusValueBp: 10_000 })
  const period = length === 'OWN' ? own : lastDays(Number(length), last)
  const wrong = !period.from || !period.through ? t('datesNeeded') : period.from > period.through && t('datesWrong')

  function send() {
    setAsked(true)
    if (wrong) return
    start.mutate(
      { draftId, from: period.from, to: plusDays(period.through, 1), sample: 100, ...options },
      { onSuccess: (run) => onStarted(run.id) },
    )
  }
  const invalid = start.error instanceof ApiError && start.error.code === 'PROGRAM_INVALID'
  return (
    <Panel>
      <Form onSubmit={send} submit={t('start')} busy={start.isPending} error={invalid ? undefined : start.error}>
        <Input.Wrapper label={t('period')} labelElement="div">
          <Chip.Group value={length} onChange={(next) => setLength(String(next))}>
            <Group gap="xs" mt={6} role="radiogroup" aria-label={t('period')}>
              {[...LENGTHS, 'OWN'].map((one) => (
                <Chip key={one} value={one}>
                  {t(`last.${one}` as 'last.30')}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        {length === 'OWN' && (
          <OwnDates value={own} onChange={setOwn} last={last} error={asked && wrong ? wrong : undefined} />
        )}
        <Options value={options} onChange={setOptions} />
        {invalid && (
          <Text c="var(--k-danger-text)" role="alert">
            {t('error.PROGRAM_INVALID')}
          </Text>
        )}
      </Form>
    </Panel>
  )
}

type OptionsProps = { value: Asked; onChange: (asked: Asked) => void }

/** What few ask: closed until it is wanted. */
function Options({ value, onChange }: OptionsProps) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <UnstyledButton aria-expanded={open} onClick={() => setOpen(!open)} style={{ alignSelf: 'flex-start' }}>
        <Text span size="sm" fw={600} c="var(--k-brand-text)">
          {t('more')}
        </Text>
      </UnstyledButton>
      {open && (
        <>
          <Percent
            label={t('bonusValue')}
            description={t('bonusValueHint')}
            w="100%"
            maw={480}
            needed
            value={value.bonusValueBp}
            onChange={(bonusValueBp) => onChange({ ...value, bonusValueBp })}
          />
          <Checkbox
            label={t('asAllowed')}
            checked={value.spending === 'AS_ALLOWED'}
            onChange={(event) =>
              onChange({ ...value, spending: event.currentTarget.checked ? 'AS_ALLOWED' : 'AS_SPENT' })
            }
          />
        </>
      )}
    </>
  )
}

type DatesProps = { value: Period; onChange: (period: Period) => void; last: string; error: string | undefined }

function OwnDates({ value, onChange, last, error }: DatesProps) {
  const t = useTexts(texts)
  return (
    <Group gap="sm" align="flex-start">
      <DateInput
        label={t('from')}
        max={last}
        value={value.from}
        error={error}
        onChange={(day) => onChange({ ...value, from: day })}
      />
      <DateInput
        label={t('through')}
        max={last}
        value={value.through}
        onChange={(day) => onChange({ ...value, through: day })}
      />
    </Group>
  )
}
