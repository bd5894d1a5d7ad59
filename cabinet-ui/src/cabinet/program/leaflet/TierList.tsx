import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { TierBadge } from '@/base/components/TierBadge'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { under } from '../../condition/kind'
import classes from '../base/Program.module.css'
import { type Tier, tiersOf, withNewTier, withTierMoved } from '../document/program'
import type { Editing } from '../editing/useDraftEditing'
import { named } from '../fields/named'
import { isUnder } from '../sections/SectionDialog'
import { TierForm } from '../sections/TierForm'
import { texts } from './pageTexts'
import type { PartProps } from './part'
import { Problems, Sentences } from './Section'
import { tierSentences } from './tiers'

/** Every tier with what it gives. */
export function TierList({ doc, words, edit, colors }: PartProps & { colors: ReadonlyMap<string, string> }) {
  const t = useTexts(texts)
  const [changing, setChanging] = useState<string>()
  const tiers = tiersOf(doc)
  const tier = tiers.find((one) => one.tier.id === changing)

  async function add(editing: Editing) {
    let made = ''
    await editing.apply((before) => {
      const after = withNewTier(before, texts.tierNew)
      made = after.tiers?.at(-1)?.id ?? ''
      return after
    })
    setChanging(made)
  }
  return (
    <>
      <div className={classes.tiers}>
        {tiers.map(({ tier: one, index }, at) => (
          <article key={one.id} className={classes.tier}>
            <TierBadge tier={{ name: one.name, color: colors.get(one.id) }} size="lg" />
            <Sentences of={tierSentences(doc, one, words)} />
            {edit && <Problems edit={edit} parts={[`/tiers/${index}`]} words={words} />}
            {edit && (
              <Acts
                tier={one}
                first={at === 0}
                last={at === tiers.length - 1}
                edit={edit}
                onChange={() => setChanging(one.id)}
              />
            )}
          </article>
        ))}
      </div>
      {edit && (
        <Button
          variant="light"
          size="compact-md"
          mt="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void add(edit)}
        >
          {t('tierAdd')}
        </Button>
      )}
      {edit && tier && (
        <EditTier
          tier={tier.tier}
          index={tier.index}
          words={words}
          edit={edit}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  )
}

type ActsProps = { tier: Tier; first: boolean; last: boolean; edit: Editing; onChange: () => void }

function Acts({ tier, first, last, edit, onChange }: ActsProps) {
  const t = useTexts(texts)
  const name = useLocalText()(tier.name)
  return (
    <Group gap={2} mt="auto">
      <Button
        size="compact-md"
        variant="light"
        leftSection={<IconPencil size={16} aria-hidden />}
        aria-label={t('changeOne', { what: name })}
        onClick={onChange}
      >
        {t('change')}
      </Button>
      <ActionIcon
        size={36}
        disabled={first}
        aria-label={t('tierDown', { name })}
        onClick={() => void edit.apply((doc) => withTierMoved(doc, tier.id, -1))}
      >
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        disabled={last}
        aria-label={t('tierUp', { name })}
        onClick={() => void edit.apply((doc) => withTierMoved(doc, tier.id, 1))}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        aria-label={t('remove', { name })}
        onClick={() => edit.remove(name, (doc) => ({ ...doc, tiers: doc.tiers?.filter((one) => one.id !== tier.id) }))}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

type EditProps = Pick<PartProps, 'words'> & { tier: Tier; index: number; edit: Editing; onClose: () => void }

function EditTier({ tier, index, words, edit, onClose }: EditProps) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [value, setValue] = useState(tier)
  const [busy, setBusy] = useState(false)
  const at = `/tiers/${index}`

  async function done() {
    setBusy(true)
    const problems = await edit.apply((doc) => ({
      ...doc,
      tiers: doc.tiers?.map((one) =>
        one.id === tier.id ? { ...value, name: named(value.name, one.name), rank: one.rank } : one,
      ),
    }))
    setBusy(false)
    if (!problems?.some((one) => one.severity === 'ERROR' && isUnder(one.pointer, [at]))) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text(tier.name)} size="lg">
      <Form onSubmit={done} submit={t('done')} busy={busy}>
        <TierForm
          value={value}
          onChange={setValue}
          share={edit.doc.spending?.maxBp ?? 10_000}
          problems={under(edit.problems, at)}
          words={words}
        />
      </Form>
    </Dialog>
  )
}
