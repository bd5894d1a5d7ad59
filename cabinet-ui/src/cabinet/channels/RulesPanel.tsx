import { Group, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useSetMessageRules } from '@/base/api/queries/channels'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { clockOf, minutesOf } from './minutes'
import { texts } from './texts'

/** When offers may come to people, and how many. */
export function RulesPanel({ rules }: { rules: Schemas['MessageRules'] }) {
  const t = useTexts(texts)
  const set = useSetMessageRules()
  const [day, setDay] = useState(rules.day ?? undefined)
  const [cap, setCap] = useState(rules.cap ?? undefined)

  function submit() {
    set.mutate({ day: day ?? null, cap: cap ?? null }, { onSuccess: () => toast.success(t('saved')) })
  }

  return (
    <Panel title={t('rules')} hint={t('rulesHint')}>
      <Form onSubmit={submit} submit={t('save')} busy={set.isPending} error={set.error}>
        <Switch
          label={t('quiet')}
          checked={day !== undefined}
          onChange={(event) => setDay(event.currentTarget.checked ? { from: 600, to: 1260 } : undefined)}
        />
        {day && (
          <Group>
            <TextInput
              type="time"
              label={t('quietFrom')}
              value={clockOf(day.from)}
              onChange={(event) => setDay({ ...day, from: minutesOf(event.currentTarget.value) ?? day.from })}
            />
            <TextInput
              type="time"
              label={t('quietTo')}
              value={clockOf(day.to)}
              onChange={(event) => setDay({ ...day, to: minutesOf(event.currentTarget.value) || 1440 })}
            />
          </Group>
        )}
        <Switch
          label={t('cap')}
          checked={cap !== undefined}
          onChange={(event) => setCap(event.currentTarget.checked ? { most: 3, days: 7 } : undefined)}
        />
        {cap && (
          <Group>
            <NumberInput
              label={t('capMost')}
              min={1}
              max={100}
              allowDecimal={false}
              value={cap.most}
              onChange={(most) => setCap({ ...cap, most: Number(most) || 1 })}
            />
            <NumberInput
              label={t('capDays')}
              min={1}
              max={90}
              allowDecimal={false}
              value={cap.days}
              onChange={(days) => setCap({ ...cap, days: Number(days) || 1 })}
            />
          </Group>
        )}
      </Form>
    </Panel>
  )
}
