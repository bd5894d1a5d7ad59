import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { RuleGallery } from '../../rule/RuleGallery'
import type { Rule } from '../document/program'
import type { Editing } from '../editing/useDraftEditing'
import { EditRule } from './EditRule'
import { texts } from './pageTexts'

/** From the gallery into the form. */
export function AddRule({ edit }: { edit: Editing }) {
  const t = useTexts(texts)
  const [choosing, setChoosing] = useState(false)
  const [rule, setRule] = useState<Rule>()

  function pick(ready: Rule) {
    setChoosing(false)
    setRule(ready)
  }
  return (
    <>
      <Button
        variant="light"
        size="compact-md"
        mt="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setChoosing(true)}
      >
        {t('ruleAdd')}
      </Button>
      {choosing && (
        <Dialog opened onClose={() => setChoosing(false)} title={t('ruleAdd')} size="xl">
          <RuleGallery program={edit.doc} onPick={pick} />
        </Dialog>
      )}
      {rule && <EditRule rule={rule} edit={edit} onClose={() => setRule(undefined)} />}
    </>
  )
}
