import { useState } from 'react'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Problem } from '../condition/kind'
import { makeWords, type Words } from '../condition/words'
import type { Program, Rule } from './document/rule'
import { RuleForm } from './RuleForm'
import { effectSentence } from './ruleSentence'
import { texts } from './texts'
import { useProgramWords } from './useProgramWords'

type Props = {
  value: Rule
  program: Program
  /** What the service said of the rule as it was given; pointers begin at it. */
  problems?: readonly Problem[]
  onSave: (value: Rule) => unknown
  onClose: () => void
  /** What the button says; "Done" unless told. */
  submit?: string
  busy?: boolean
  error?: unknown
}

/** A rule in a dialog; nothing is changed outside until it is saved. */
export function RuleDialog({ value, program, problems, onSave, onClose, submit, busy = false, error }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const words = useProgramWords(program)
  const [rule, setRule] = useState(value)
  const [leaving, setLeaving] = useState(false)
  const name = text(value.name)
  const close = () => (rule === value ? onClose() : setLeaving(true))
  return (
    <Dialog
      size={640}
      title={name ? t('editRule', { name }) : t('newRule')}
      onClose={close}
      closeOnClickOutside={rule === value}
    >
      <Form onSubmit={() => onSave(named(rule, words))} submit={submit ?? t('done')} busy={busy} error={error}>
        <RuleForm value={rule} onChange={setRule} problems={problems} program={program} />
      </Form>
      <ConfirmDialog
        opened={leaving}
        title={t('unsavedTitle')}
        text={t('unsaved')}
        confirmLabel={t('discard')}
        danger
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  )
}

/** A rule needs a name in both languages: what is empty takes the other, or says what the rule gives. */
export function named(rule: Rule, words: Words): Rule {
  const { ru, en } = { ru: rule.name.ru.trim(), en: rule.name.en.trim() }
  const gives = (locale: 'ru' | 'en') =>
    effectSentence(rule, locale === words.locale ? words : makeWords(locale, {})).slice(0, 200)
  const name = { ru: ru || en || gives('ru'), en: en || ru || gives('en') }
  return name.ru === rule.name.ru && name.en === rule.name.en ? rule : { ...rule, name }
}
