import { Checkbox, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { GroupMode, Rule } from '../document/program'
import { type Contest, withContest } from '../document/rules'
import type { Editing } from '../editing/useDraftEditing'
import { texts } from './pageTexts'

const MODES = ['MAX_PER_RECEIPT', 'MAX_PER_LINE', 'FIRST'] as const

type Props = {
  /** Absent: a new one. */
  contest: Contest | undefined
  /** Rules that may compete. */
  rules: readonly Rule[]
  edit: Editing
  onClose: () => void
}

/** Which rules compete with each other, and which of them counts. */
export function ContestDialog({ contest, rules, edit, onClose }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [mode, setMode] = useState<GroupMode>(contest?.group?.mode ?? 'MAX_PER_RECEIPT')
  const [ids, setIds] = useState(contest?.rules.map((one) => one.rule.id) ?? [])
  const [busy, setBusy] = useState(false)

  async function done() {
    setBusy(true)
    await edit.apply((doc) => withContest(doc, contest?.group?.id, mode, ids))
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('contestTitle')}>
      <Form onSubmit={done} submit={t('done')} busy={busy}>
        <Radio.Group label={t('contestMode')} value={mode} onChange={(next) => setMode(next as GroupMode)}>
          <Stack gap="xs" mt="xs">
            {MODES.map((one) => (
              <Radio key={one} value={one} label={t(`contestMode.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox.Group label={t('contestRules')} value={ids} onChange={setIds}>
          <Stack gap="xs" mt="xs">
            {rules.map((rule) => (
              <Checkbox key={rule.id} value={rule.id} label={text(rule.name)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {ids.length < 2 && (
          <Text fz="sm" c="dimmed">
            {t('contestNone')}
          </Text>
        )}
      </Form>
    </Dialog>
  )
}
