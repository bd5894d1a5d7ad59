import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { MemberFilter } from '@/base/api/queries/members'
import { useSegmentCount } from '@/base/api/queries/segments'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { ALWAYS, type Condition } from '../condition/condition'
import { LiveCount } from '../segments/Count'
import { isConditionError, MembersWhen } from '../segments/MembersWhen'
import { texts } from './filterTexts'

const AFTER_CHANGE = 400

type When = MemberFilter['when']
type Props = { when: When; onApply: (when: When) => void; onClose: () => void }

/** The list's condition in forms, with how many it means. */
export function FilterDialog({ when, onApply, onClose }: Props) {
  const t = useTexts(texts)
  const [condition, setCondition] = useState<Condition>(when ?? ALWAYS)
  const [settled] = useDebouncedValue(condition, AFTER_CHANGE)
  const { error } = useSegmentCount({ condition: settled as never })
  return (
    <Dialog onClose={onClose} title={t('title')} size="lg">
      <Form
        onSubmit={() => onApply(condition.type === 'always' ? undefined : (condition as never))}
        submit={t('apply')}
        busy={false}
        disabled={settled === condition && isConditionError(error)}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <MembersWhen value={condition} onChange={setCondition} error={error} />
        <LiveCount question={{ condition: settled as never }} />
      </Form>
    </Dialog>
  )
}
