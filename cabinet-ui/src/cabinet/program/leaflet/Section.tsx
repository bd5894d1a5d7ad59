import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ComponentType, type ReactNode, useState } from 'react'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import classes from '../base/Program.module.css'
import { type FormProps, isUnder, SectionDialog } from '../sections/SectionDialog'
import { texts } from './pageTexts'
import type { PartProps } from './part'

type Props = PartProps & {
  title: string
  sentences: readonly string[]
  /** JSON pointers that the section speaks of. */
  parts: readonly string[]
  /** Speaks of this very place, too, but not of what is in it. */
  exactly?: string
  Fields: ComponentType<FormProps>
  children?: ReactNode
  /** What stands above the sentences. */
  first?: ReactNode
}

/** A part of the program in sentences, with its form and what is wrong with it. */
export function Section({ title, sentences, parts, exactly, Fields, words, edit, children, first }: Props) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <Panel
      title={title}
      actions={
        edit && (
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-label={t('changeOne', { what: title })}
            onClick={() => setOpen(true)}
          >
            {t('change')}
          </Button>
        )
      }
    >
      {first && <div className={classes.first}>{first}</div>}
      <Sentences of={sentences} />
      {edit && <Problems edit={edit} parts={parts} exactly={exactly} words={words} />}
      {children}
      {open && edit && (
        <SectionDialog
          title={title}
          Fields={Fields}
          parts={parts}
          edit={edit}
          words={words}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  )
}

export function Sentences({ of }: { of: readonly string[] }) {
  return of.length === 0 ? null : (
    <ul className={classes.sentences}>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

type ProblemsProps = Pick<PartProps, 'words'> & {
  edit: NonNullable<PartProps['edit']>
  parts: readonly string[]
  exactly?: string | undefined
}

/** What the service says of a part, mistakes first. */
export function Problems({ edit, parts, exactly, words }: ProblemsProps) {
  const t = useTexts(texts)
  const here = edit.problems.filter((one) => one.pointer === exactly || isUnder(one.pointer, parts))
  if (here.length === 0) return null
  const sorted = [...here].sort((a, b) => a.severity.localeCompare(b.severity))
  return (
    <ul className={classes.problems}>
      {sorted.map((one) => (
        <li key={one.pointer + one.text.en} data-error={one.severity === 'ERROR' || undefined}>
          <b>{t(one.severity === 'ERROR' ? 'mistake' : 'warning')}</b> {one.text[words.locale]}
        </li>
      ))}
    </ul>
  )
}

/** What is no mistake but good to know beside a part. */
export function Remarks({
  edit,
  at,
  words,
}: {
  edit: NonNullable<PartProps['edit']>
  at: string
  words: PartProps['words']
}) {
  const here = edit.notes.filter((one) => isUnder(one.pointer, [at]))
  if (here.length === 0) return null
  return (
    <ul className={classes.remarks}>
      {here.map((one) => (
        <li key={one.text.en}>{one.text[words.locale]}</li>
      ))}
    </ul>
  )
}
