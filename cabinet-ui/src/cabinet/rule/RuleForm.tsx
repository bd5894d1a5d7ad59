import { Collapse, SimpleGrid, Stack, Switch, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { ConditionEditor } from '../condition/ConditionEditor'
import { type FormProps, type Problem, said, under } from '../condition/kind'
import { RULE_CONDITIONS } from './conditions/kinds'
import type { Program, Rule } from './document/rule'
import { EffectForm } from './EffectForm'
import { LimitsForm } from './LimitsForm'
import classes from './Rule.module.css'
import { ruleSentence } from './ruleSentence'
import { TogetherForm } from './TogetherForm'
import { texts } from './texts'
import { useProgramWords } from './useProgramWords'
import { WhomForm } from './WhomForm'

type Props = {
  value: Rule
  onChange: (value: Rule) => void
  /** Pointers begin at the rule. */
  problems?: readonly Problem[]
  program: Program
}

/** A whole rule in forms; what they do not show stays. */
export function RuleForm({ value, onChange, problems = [], program }: Props) {
  const t = useTexts(texts)
  const words = useProgramWords(program)
  const part: FormProps<Rule> = { value, onChange, problems, words }
  return (
    <Stack gap="lg">
      <section className={classes.reads} aria-label={t('reads')} aria-live="polite">
        {ruleSentence(value, words)}
      </section>
      <Names {...part} />
      <EffectForm {...part} />
      <Section title={t('when')}>
        <ConditionEditor
          label={t('when')}
          none={t('always')}
          value={value.when}
          onChange={(when) => onChange({ ...value, when })}
          kinds={RULE_CONDITIONS}
          words={words}
          problems={under(problems, '/when')}
        />
      </Section>
      <WhomForm {...part} />
      <Folded title={t('limits')} opened={hasLimits(value) || told(problems, ['/caps', '/budget'])}>
        <LimitsForm {...part} />
      </Folded>
      <Folded title={t('together')} opened={told(problems, ['/group', '/priority'])}>
        <TogetherForm {...part} program={program} />
      </Folded>
      <Switch
        label={t('enabled')}
        checked={value.enabled ?? true}
        onChange={(event) => onChange({ ...value, enabled: event.currentTarget.checked })}
      />
    </Stack>
  )
}

const told = (problems: readonly Problem[], pointers: string[]) =>
  pointers.some((pointer) => under(problems, pointer).length > 0)

function hasLimits({ caps, budget }: Rule) {
  return [...Object.values(caps ?? {}), ...Object.values(budget ?? {})].some((one) => one != null)
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </section>
  )
}

/** What few rules need, closed until it is wanted or something is wrong in it. */
function Folded({ title, opened, children }: { title: string; opened: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState<boolean>()
  const id = useId()
  const open = wanted ?? opened
  return (
    <section>
      <UnstyledButton className={classes.fold} aria-expanded={open} aria-controls={id} onClick={() => setWanted(!open)}>
        <IconChevronDown size={18} aria-hidden data-opened={open || undefined} />
        {title}
      </UnstyledButton>
      <Collapse expanded={open} id={id}>
        {open && <div className={classes.folded}>{children}</div>}
      </Collapse>
    </section>
  )
}

function Names({ value, onChange, problems, words }: FormProps<Rule>) {
  const t = useTexts(texts)
  const error = said(problems, '/name', words)
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {(['ru', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t('nameIn', { language: t(`language.${language}`) })}
            maxLength={200}
            value={value.name[language]}
            error={language === 'ru' ? error : Boolean(error)}
            onChange={(event) => onChange({ ...value, name: { ...value.name, [language]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={6}>
        {t('nameHint')}
      </Text>
    </div>
  )
}
