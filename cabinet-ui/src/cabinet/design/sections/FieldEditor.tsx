import { ActionIcon, Badge, Collapse, MultiSelect, Select, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { both, type FieldDoc, type Group, local, type Path, pathText, singleFact } from '../document/document'
import { FACTS, isFact, SOMETIMES } from '../document/facts'
import { texts as factTexts } from '../document/factTexts'
import { inputId, useDesignForm, useValue } from '../document/form'
import { LocalInput } from './LocalInput'
import classes from './Sections.module.css'
import { texts } from './texts'

type Props = {
  path: Path
  field: FieldDoc
  group: Group
  groups: readonly Group[]
  opened: boolean
  onToggle: () => void
  first: boolean
  last: boolean
  onShift: (by: -1 | 1) => void
  onMove: (to: Group) => void
  onRemove: () => void
}

/** A field of the card: a line that opens into a form. */
export function FieldEditor(props: Props) {
  const { path, field, opened, onToggle, first, last, onShift, onRemove } = props
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  const text = useLocalText()
  const { problems } = useDesignForm()
  const bodyId = useId()
  const at = pathText(path)
  const wrong = problems.filter((one) => one.path.startsWith(`${at}.`) || one.path === at).length
  const single = singleFact(field.value)
  const name =
    text(both(field.label)) || (isFact(single) ? fact(`fact.${single}`) : text(both(field.value))) || field.key
  return (
    <li className={classes.field} data-bad={wrong > 0 || undefined}>
      <div className={classes.fieldHead}>
        <UnstyledButton
          id={inputId(path)}
          className={classes.fieldName}
          aria-expanded={opened}
          aria-controls={bodyId}
          onClick={onToggle}
        >
          <IconChevronDown size={18} aria-hidden data-opened={opened || undefined} />
          <span>{name}</span>
          <small>{text(both(field.value))}</small>
          {wrong > 0 && <Badge color="red">{t('mistakes', { count: wrong })}</Badge>}
        </UnstyledButton>
        <ActionIcon disabled={first} onClick={() => onShift(-1)} aria-label={`${t('up')}: ${name}`}>
          <IconArrowUp size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon disabled={last} onClick={() => onShift(1)} aria-label={`${t('down')}: ${name}`}>
          <IconArrowDown size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon onClick={onRemove} aria-label={`${t('remove')}: ${name}`}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </div>
      <Collapse expanded={opened} id={bodyId}>
        {opened && <Body {...props} />}
      </Collapse>
    </li>
  )
}

function Body({ path, field, group, groups, onMove }: Props) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  const { set } = useDesignForm()
  const single = singleFact(field.value)
  const facts = FACTS.map((one) => ({ value: one as string, label: fact(`fact.${one}`) }))
  return (
    <Stack gap="md" className={classes.fieldBody}>
      <LocalInput path={[...path, 'label']} label={t('label')} maxLength={100} template />
      <Select
        label={t('shows')}
        value={isFact(single) ? single : 'text'}
        data={[{ value: 'text', label: t('ownText') }, ...facts]}
        onChange={(next) => {
          if (next === null) return
          const now = both(field.value)
          set([...path, 'value'], next === 'text' ? (local(`${now.ru} `, `${now.en} `) ?? '') : `{${next}}`)
        }}
      />
      {!isFact(single) && (
        <LocalInput
          path={[...path, 'value']}
          label={t('text')}
          hint={t('textHint')}
          maxLength={2000}
          template
          rows={group === 'back' ? 2 : 1}
          required
        />
      )}
      <LocalInput path={[...path, 'change']} label={t('change')} hint={t('changeHint')} maxLength={200} />
      <FinePrint path={path} />
      {groups.length > 1 && (
        <Select
          label={t('place')}
          value={group}
          data={groups.map((one) => ({ value: one, label: t(`group.${one}`) }))}
          onChange={(to) => to && to !== group && onMove(to as Group)}
        />
      )}
    </Stack>
  )
}

/** What few fields need: a text for nothing, when it is shown, a link, the name that versions know it by. */
function FinePrint({ path }: { path: Path }) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  const link = useValue<string>([...path, 'link'])
  const key = useValue<string>([...path, 'key'])
  const sometimes = FACTS.filter((one) => SOMETIMES.includes(one)).map((one) => ({
    value: one as string,
    label: fact(`fact.${one}`),
  }))
  return (
    <details>
      <summary>{t('fine')}</summary>
      <Stack gap="md" mt="sm">
        <LocalInput path={[...path, 'empty']} label={t('empty')} hint={t('emptyHint')} maxLength={500} template />
        <Conditions path={[...path, 'when']} label={t('when')} data={sometimes} />
        <Conditions path={[...path, 'unless']} label={t('unless')} data={sometimes} />
        <TextInput
          id={inputId([...path, 'link'])}
          label={t('link')}
          description={t('linkHint')}
          placeholder="https://"
          value={link.value ?? ''}
          error={link.error}
          maxLength={500}
          onChange={(event) => link.set(event.currentTarget.value || undefined)}
        />
        <TextInput
          id={inputId([...path, 'key'])}
          label={t('key')}
          description={t('keyHint')}
          value={key.value ?? ''}
          error={key.error}
          maxLength={40}
          onChange={(event) => key.set(event.currentTarget.value)}
        />
      </Stack>
    </details>
  )
}

function Conditions({ path, label, data }: { path: Path; label: string; data: { value: string; label: string }[] }) {
  const t = useTexts(texts)
  const { value, set, error } = useValue<string[]>(path)
  return (
    <MultiSelect
      id={inputId(path)}
      label={label}
      data={data}
      value={value ?? []}
      error={error}
      placeholder={value?.length ? undefined : t('always')}
      clearButtonProps={{ 'aria-label': t('clear') }}
      onChange={(next) => set(next.length > 0 ? next : undefined)}
    />
  )
}
