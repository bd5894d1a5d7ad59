import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTexts } from '@/base/i18n/texts'
import classes from './Condition.module.css'
import { type Condition, DEEPEST, isGroup, isNot, negated } from './condition'
import { type Kind, type Problem, under } from './kind'
import { Said } from './Said'
import { texts } from './texts'
import type { Words } from './words'

/** What a list of conditions is given. */
export type ListProps = {
  label: string
  none: string
  value: Condition
  onChange: (value: Condition) => void
  kinds: readonly Kind[]
  words: Words
  problems: readonly Problem[]
  depth: number
}

type Props = Omit<ListProps, 'label' | 'none'> & {
  onRemove: () => void
  /** What shows a group; handed down, for it shows items itself. */
  List: ComponentType<ListProps>
}

/** One condition, its opposite, or a group inside a group. */
export function ConditionItem(props: Props) {
  const { value, onChange, onRemove, kinds, words, depth, List } = props
  const t = useTexts(texts)
  const opposite = isNot(value)
  const inner = opposite ? value.of : value
  const problems = opposite ? under(props.problems, '/of') : props.problems
  const change = (next: Condition) => onChange(opposite ? { ...value, of: next } : next)
  const kind = kinds.find((one) => one.type === inner.type)
  const nested = isGroup(inner)
  const name = nested ? t('group') : kind ? words.say(kind.label) : t('unknown')
  const ofOpposite = opposite ? props.problems.filter((one) => one.pointer === '') : []
  return (
    <fieldset
      className={classes.item}
      data-condition
      data-bad={props.problems.some((one) => one.severity === 'ERROR') || undefined}
      data-nested={nested || undefined}
    >
      <legend className="k-visually-hidden">{name}</legend>
      <div className={classes.head}>
        {opposite && <Badge color="honey">{t('notBadge')}</Badge>}
        <span className={classes.name}>{name}</span>
        <More
          name={name}
          opposite={opposite}
          onNegate={() => onChange(negated(value))}
          onWrap={!nested && depth < DEEPEST ? () => onChange({ type: 'any', of: [value] }) : undefined}
        />
        <ActionIcon size={36} onClick={onRemove} aria-label={t('remove', { name })}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.form} data-form>
        {nested ? (
          <List
            label={name}
            none={t('emptyGroup')}
            value={inner}
            onChange={(next) => change(next.type === 'always' ? { ...inner, of: [] } : next)}
            kinds={kinds}
            words={words}
            problems={problems}
            depth={depth + 1}
          />
        ) : (
          <Leaf kind={kind} value={inner} onChange={change} problems={problems} words={words} />
        )}
      </div>
      <Said problems={ofOpposite} words={words} />
    </fieldset>
  )
}

type LeafProps = {
  kind: Kind | undefined
  value: Condition
  onChange: (value: Condition) => void
  problems: readonly Problem[]
  words: Words
}

function Leaf({ kind, value, onChange, problems, words }: LeafProps) {
  const t = useTexts(texts)
  const own = problems.filter((one) => one.pointer === '' || one.pointer === '/type')
  return (
    <>
      {kind?.Form && <kind.Form value={value} onChange={onChange} problems={problems} words={words} />}
      {!kind && <p className={classes.note}>{t('unknownHint')}</p>}
      <Said problems={own} words={words} />
    </>
  )
}

type MoreProps = { name: string; opposite: boolean; onNegate: () => void; onWrap: (() => void) | undefined }

function More({ name, opposite, onNegate, onWrap }: MoreProps) {
  const t = useTexts(texts)
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon size={36} aria-label={t('more', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onNegate}>{t(opposite ? 'negated' : 'negate')}</Menu.Item>
        {onWrap && <Menu.Item onClick={onWrap}>{t('wrap')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
