import { Badge, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useDeleteAutomation, useSwitchAutomation } from '@/base/api/queries/automations'
import { useSegments } from '@/base/api/queries/segments'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import classes from './Automations.module.css'
import type { Step } from './plan'
import { texts } from './texts'
import { useReason } from './useReason'
import { useSentence } from './useSentence'

type Automation = Schemas['Automation']

/** One automation as a sentence, with its switch and what came of it. */
export function AutomationCard({ automation }: { automation: Automation }) {
  const t = useTexts(texts)
  const { when, what: does } = useSentence()
  const change = useSwitchAutomation()
  const { id, kind, on, steps, offer } = automation
  const what = when(kind, steps[0] ?? { days: 0 })
  return (
    <Panel>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <Stack gap="sm" style={{ minWidth: 0, flex: 1 }}>
          {steps.map((step: Step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message of a chain is known by its place
            <div key={i}>
              <Text fw={650}>
                {when(kind, step, i)} — {does(step)}
              </Text>
              <Text className={classes.quote}>{step.text}</Text>
            </div>
          ))}
        </Stack>
        <Switch
          size="md"
          aria-label={t('onFor', { what })}
          checked={on}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ id, on: event.currentTarget.checked }, { onError: toast.error })}
        />
      </Group>
      <Whom automation={automation} />
      <Limits automation={automation} />
      <Results results={automation.results} />
      <Group justify="space-between" mt="md" gap="sm">
        <Group gap="sm">
          <ButtonLink
            to="/automations/$automationId"
            params={{ automationId: id }}
            variant="default"
            size="sm"
            aria-label={t('changeFor', { what })}
          >
            {t('change')}
          </ButtonLink>
          <Remove id={id} what={what} />
        </Group>
        {offer && (
          <Badge variant="light" tt="none">
            {t('offer')}
          </Badge>
        )}
      </Group>
    </Panel>
  )
}

function Whom({ automation: { segmentId } }: { automation: Automation }) {
  const t = useTexts(texts)
  const segment = useSegments().data?.items.find(({ id }) => id === segmentId)
  return segment ? (
    <Text size="sm" mt="sm">
      {t('toSegment', { name: segment.name })}
    </Text>
  ) : null
}

function Limits({ automation: { holdOutPercent, budget } }: { automation: Automation }) {
  const t = useTexts(texts)
  const f = useFormat()
  const parts = [
    holdOutPercent > 0 && t('holdOutSays', { percent: f.percent(holdOutPercent) }),
    budget != null && t('budgetSays', { amount: f.money(budget) }),
  ].filter(Boolean)
  return parts.length > 0 ? (
    <Text size="sm" mt="sm">
      {parts.join(' ')}
    </Text>
  ) : null
}

function Results({ results }: { results: Automation['results'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const reason = useReason()
  const { sent, delivered, failed, gifts, skipped } = results
  if (sent === 0 && skipped.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="sm">
        {t('nothingYet')}
      </Text>
    )
  }
  const parts = [t('results', { sent: f.number(sent), delivered: f.number(delivered) })]
  if (failed > 0) parts.push(t('failed', { count: f.number(failed) }))
  if (gifts > 0) parts.push(t('given', { amount: f.bonus(gifts) }))
  return (
    <>
      <Text size="sm" mt="sm">
        {parts.join(', ')}
      </Text>
      {skipped.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('skipped', {
            list: skipped.map(({ code, count }) => `${reason(code).toLowerCase()} — ${f.number(count)}`).join(', '),
          })}
        </Text>
      )}
    </>
  )
}

function Remove({ id, what }: { id: string; what: string }) {
  const t = useTexts(texts)
  const remove = useDeleteAutomation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="light"
        color="red"
        size="sm"
        aria-label={t('removeFor', { what })}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('removeTitle')}
        text={t('removeText')}
        confirmLabel={t('remove')}
        danger
        stays
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(id)}
      />
    </>
  )
}
