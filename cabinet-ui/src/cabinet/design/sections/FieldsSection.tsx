import { Button, Menu, Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { type FieldDoc, freshKey, type Group, moved } from '../document/document'
import { FACTS, type Fact } from '../document/facts'
import { texts as factTexts } from '../document/factTexts'
import { errorAt, faceOf, facePath, inputId, useDesignForm } from '../document/form'
import { FieldEditor } from './FieldEditor'
import classes from './Sections.module.css'
import { texts } from './texts'

/** What Apple shows of each place at most; the service says no to more. */
const MOST: Partial<Record<Group, number>> = { header: 3, primary: 1 }

export function FieldsSection({ groups }: { groups: readonly Group[] }) {
  return (
    <>
      {groups.map((group) => (
        <GroupOfFields key={group} group={group} groups={groups} />
      ))}
    </>
  )
}

function GroupOfFields({ group, groups }: { group: Group; groups: readonly Group[] }) {
  const t = useTexts(texts)
  const { tier } = useDesignForm()
  const [opened, setOpened] = useState<string>()
  const { path, own, fields, error, setOwn, write, add, move } = useFields(group)
  const name = t(`group.${group}`)
  return (
    <section aria-label={name} className={classes.group}>
      <h3 id={inputId(path)} tabIndex={-1}>
        {name}
      </h3>
      <p className={classes.hint}>{t(`groupHint.${group}`)}</p>
      {tier && (
        <Switch
          mb="sm"
          label={t('ownFields')}
          aria-label={`${t('ownFields')}: ${name}`}
          checked={own}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
      )}
      {error && (
        <Text role="alert" fz="sm" c="var(--k-danger-text)" mb="xs">
          {error}
        </Text>
      )}
      <fieldset className={classes.plain} disabled={!own}>
        <ol className={classes.list}>
          {fields.map((field, index) => (
            <FieldEditor
              // The place in the list: a key may be typed anew or be wrong.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              path={own ? [...path, index] : ['fields', group, index]}
              field={field}
              groups={groups}
              group={group}
              opened={opened === field.key}
              onToggle={() => setOpened(opened === field.key ? undefined : field.key)}
              first={index === 0}
              last={index === fields.length - 1}
              onShift={(by) => write(moved(fields, index, index + by))}
              onMove={(to) => move(index, to)}
              onRemove={() => write(fields.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
        {fields.length < (MOST[group] ?? 8) && <Add name={name} onAdd={(fact) => setOpened(add(fact))} />}
      </fieldset>
    </section>
  )
}

/** The fields of one place of the edited look: a tier's own, or everybody's until it has some. */
function useFields(group: Group) {
  const { doc, tier, set, problems } = useDesignForm()
  const path = [...facePath(tier), 'fields', group]
  const face = faceOf(doc, tier)
  const own = !tier || face.fields?.[group] !== undefined
  const fields = (own ? face.fields?.[group] : doc.fields?.[group]) ?? []
  const write = (next: FieldDoc[]) => set(path, next)

  /** Answers the key of the new one. */
  function add(fact: Fact | undefined): string {
    const key = freshKey(face.fields ?? doc.fields, fact ?? 'text')
    write([...fields, { key, label: fact ? labelOf(fact) : undefined, value: fact ? `{${fact}}` : '' } as FieldDoc])
    return key
  }
  /** To another place of the card. */
  function move(index: number, to: Group) {
    const field = fields[index]
    if (!field) return
    const there = face.fields?.[to] ?? (tier ? doc.fields?.[to] : undefined) ?? []
    const key = there.some((one) => one.key === field.key) ? freshKey(face.fields, field.key) : field.key
    set([...facePath(tier), 'fields'], {
      ...face.fields,
      [group]: fields.filter((_, at) => at !== index),
      [to]: [...there, { ...field, key }],
    })
  }
  const setOwn = (wanted: boolean) => set(path, wanted ? (doc.fields?.[group] ?? []) : undefined)
  return { path, own, fields, error: errorAt(problems, path), setOwn, write, add, move }
}

function labelOf(fact: Fact) {
  const text = fact === 'invite' ? factTexts['label.invite'] : factTexts[`fact.${fact}`]
  return { ru: text.ru, en: text.en }
}

function Add({ name, onAdd }: { name: string; onAdd: (fact: Fact | undefined) => void }) {
  const t = useTexts(texts)
  const fact = useTexts(factTexts)
  return (
    <Menu withinPortal position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={`${t('addField')}: ${name}`}
        >
          {t('addField')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: 'auto' }}>
        <Menu.Item onClick={() => onAdd(undefined)}>{t('ownText')}</Menu.Item>
        <Menu.Divider />
        {FACTS.map((one) => (
          <Menu.Item key={one} onClick={() => onAdd(one)}>
            {fact(`fact.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
