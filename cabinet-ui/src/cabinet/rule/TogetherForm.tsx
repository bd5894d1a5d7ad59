import { Select, Stack } from '@mantine/core'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { Whole } from '../condition/fields/Whole'
import { type FormProps, said } from '../condition/kind'
import type { Program, Rule } from './document/rule'
import { phaseOf } from './effects/kinds'
import { texts } from './texts'

type Props = FormProps<Rule> & { program: Program }

const NONE = ''

/** Whether it adds up with other rules or only the best of them counts, and which acts first. */
export function TogetherForm({ value, onChange, problems, words, program }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const rulesOf = (group: string) =>
    (program.rules ?? []).filter((rule) => rule.group === group && rule.id !== value.id)
  const groups = (program.groups ?? []).filter(
    (group) =>
      group.id === value.group ||
      // Only what acts together can compete.
      rulesOf(group.id).every((rule) => phaseOf(rule.then.type) === phaseOf(value.then.type)),
  )
  return (
    <Stack gap="sm">
      <Select
        label={t('group')}
        value={value.group ?? NONE}
        data={[
          { value: NONE, label: t('noGroup') },
          ...groups.map((group) => ({
            value: group.id,
            label: t(`mode.${group.mode}`, {
              names: words.list(rulesOf(group.id).map((rule) => text(rule.name))) || t('emptyGroup'),
            }),
          })),
        ]}
        onChange={(next) => onChange({ ...value, group: next || null })}
        error={said(problems, '/group', words)}
      />
      <Whole
        label={t('priority')}
        description={t('priorityHint')}
        w={230}
        min={-1_000_000}
        max={1_000_000}
        needed
        value={value.priority ?? 100}
        onChange={(priority) => onChange({ ...value, priority })}
        error={said(problems, '/priority', words)}
      />
    </Stack>
  )
}
