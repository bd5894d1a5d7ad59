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
  return rules ? <Rules rules={rules} /> : null
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
