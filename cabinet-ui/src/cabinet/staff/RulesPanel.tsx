import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAccessRules, useChangeAccessRules } from '@/base/api/queries/team'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** What the owner allows the others. */
export function RulesPanel() {
  const rules = useAccessRules().data
  if (!rules) return null
  return (
    <>
      <SignInRule rules={rules} />
      <Rules rules={rules} />
    </>
  )
}

/** Counts from the next sign-in of everybody who has no second step yet. */
function SignInRule({ rules }: { rules: Schemas['AccessRules'] }) {
  const t = useTexts(texts)
  const change = useChangeAccessRules()
  return (
    <Panel title={t('twoSteps')}>
      <Switch
        label={t('twoStepsAll')}
        description={t('twoStepsHint')}
        checked={rules.secondFactorRequired ?? false}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate(
            { ...rules, secondFactorRequired: event.currentTarget.checked },
            { onSuccess: () => toast.success(t('saved')), onError: toast.error },
          )
        }
      />
    </Panel>
  )
}

function Rules({ rules }: { rules: Schemas['AccessRules'] }) {
  const t = useTexts(texts)
  const change = useChangeAccessRules()
  const [most, setMost] = useState<number | undefined>(rules.supportDailyMost)

  function submit() {
    if (most === undefined) return
    change.mutate({ supportDailyMost: most }, { onSuccess: () => toast.success(t('saved')) })
  }

  return (
    <Panel title={t('rules')}>
      <div style={{ maxWidth: 460 }}>
        <Form onSubmit={submit} submit={t('save')} busy={change.isPending} error={change.error}>
          <AmountInput label={t('dailyMost')} description={t('dailyMostHint')} value={most} onChange={setMost} />
        </Form>
      </div>
    </Panel>
  )
}
