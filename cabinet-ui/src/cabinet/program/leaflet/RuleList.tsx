import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { ruleSentence } from '../../rule/ruleSentence'
import { today } from '../base/days'
import classes from '../base/Program.module.css'
import type { Rule } from '../document/program'
import {
  type Contest,
  contestsOf,
  type Phase,
  type Placed,
  rulesOf,
  withoutRule,
  withRule,
  withRuleMoved,
} from '../document/rules'
import type { Editing } from '../editing/useDraftEditing'
import { ContestDialog } from './ContestDialog'
import { EditRule } from './EditRule'
import { NoGoods } from './NoGoods'
import { texts } from './pageTexts'
import type { PartProps } from './part'
import { Problems, Remarks } from './Section'

/** The rules of a phase in the order in which they act; those that compete stand together. */
export function RuleList({ doc, words, edit, phase }: PartProps & { phase: Phase }) {
  const t = useTexts(texts)
  const [contest, setContest] = useState<Contest | 'new'>()
  const [changing, setChanging] = useState<Rule>()
  const all = rulesOf(doc, phase)
  const shared = { words, edit, all, onChange: setChanging }
  return (
    <>
      {contestsOf(doc, phase).map((one) =>
        one.group && one.rules.length > 1 ? (
          <div key={one.group.id} className={classes.contest}>
            <Group justify="space-between" gap="xs">
              <Text fz="sm" fw={650} c="dimmed">
                {t(`contest.${one.group.mode}`)}
              </Text>
              {edit && (
                <Button size="compact-sm" variant="subtle" onClick={() => setContest(one)}>
                  {t('contestChange')}
                </Button>
              )}
            </Group>
            <Rules {...shared} of={one.rules} />
          </div>
        ) : (
          <Rules key={one.rules[0]?.rule.id} {...shared} of={one.rules} />
        ),
      )}
      {edit && all.length > 1 && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="xs"
          maw="100%"
          h="auto"
          mih={26}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => setContest('new')}
        >
          {t('contestNew')}
        </Button>
      )}
      {edit && contest && (
        <ContestDialog
          contest={contest === 'new' ? undefined : contest}
          rules={all.map((one) => one.rule)}
          edit={edit}
          onClose={() => setContest(undefined)}
        />
      )}
      {edit && changing && <EditRule rule={changing} edit={edit} onClose={() => setChanging(undefined)} />}
    </>
  )
}

type RulesProps = Omit<PartProps, 'doc'> & {
  of: readonly Placed[]
  all: readonly Placed[]
  onChange: (rule: Rule) => void
}

function Rules({ of, all, words, edit, onChange }: RulesProps) {
  const text = useLocalText()
  return (
    <ul className={classes.rules}>
      {of.map(({ rule, index }) => (
        <li key={rule.id} data-off={rule.enabled === false || undefined}>
          <div>
            <Group gap="xs">
              <b>{text(rule.name)}</b>
              <When rule={rule} />
            </Group>
            <p>{ruleSentence(rule, words)}</p>
            <NoGoods rule={rule} words={words} />
            {edit && <Problems edit={edit} parts={[`/rules/${index}`]} words={words} />}
            {edit && <Remarks edit={edit} at={`/rules/${index}`} words={words} />}
          </div>
          {edit && <Acts rule={rule} all={all} edit={edit} onChange={() => onChange(rule)} />}
        </li>
      ))}
    </ul>
  )
}

/** Says of a rule that does not act today that it does not. */
function When({ rule }: { rule: Rule }) {
  const t = useTexts(texts)
  const day = today(new Date(), useCurrentSession().zone)
  const { from, through } = rule.validity ?? {}
  const said = rule.enabled === false ? 'off' : through && through < day ? 'ended' : from && from > day ? 'later' : ''
  return said && <Badge color="gray">{t(said)}</Badge>
}

type ActsProps = { rule: Rule; all: readonly Placed[]; edit: Editing; onChange: () => void }

/** What can be done with a rule. */
function Acts({ rule, all, edit, onChange }: ActsProps) {
  const t = useTexts(texts)
  const name = useLocalText()(rule.name)
  const at = all.findIndex((one) => one.rule.id === rule.id)
  const on = rule.enabled !== false
  return (
    <Group gap={2} wrap="nowrap" className={classes.acts}>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={`${t(on ? 'switchOff' : 'switchOn')}: ${name}`}
        onClick={() => void edit.apply((doc) => withRule(doc, { ...rule, enabled: !on }))}
      >
        {t(on ? 'switchOff' : 'switchOn')}
      </Button>
      <ActionIcon
        size={36}
        disabled={at === 0}
        aria-label={t('up', { name })}
        onClick={() => void edit.apply((doc) => withRuleMoved(doc, rule.id, -1))}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        disabled={at === all.length - 1}
        aria-label={t('down', { name })}
        onClick={() => void edit.apply((doc) => withRuleMoved(doc, rule.id, 1))}
      >
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon size={36} aria-label={t('changeOne', { what: name })} onClick={onChange}>
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        aria-label={t('remove', { name })}
        onClick={() => edit.remove(name, (doc) => withoutRule(doc, rule.id))}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
