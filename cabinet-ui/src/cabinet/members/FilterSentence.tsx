import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import type { MemberFilter } from '@/base/api/queries/members'
import { useSaveSegment } from '@/base/api/queries/segments'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { conditionSentence } from '../condition/sentence'
import { FACTS } from '../segments/facts/facts'
import { useMemberWords } from '../segments/useMemberWords'
import { FilterDialog } from './FilterDialog'
import { texts } from './filterTexts'
import classes from './Members.module.css'

type When = NonNullable<MemberFilter['when']>
type Props = { when: When; onChange: (when: When | undefined) => void }

/** What the list is narrowed down to in words, and what can be done with it. */
export function FilterSentence({ when, onChange }: Props) {
  const t = useTexts(texts)
  const words = useMemberWords()
  const [open, setOpen] = useState<'change' | 'save'>()
  const close = () => setOpen(undefined)
  return (
    <div className={classes.sentence}>
      <Group gap="xs" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
        <IconFilter size={18} aria-hidden className={classes.mark} />
        <Text size="sm" role="status">
          {t('sentence', { what: conditionSentence(when, FACTS, words) })}
        </Text>
      </Group>
      <Group gap={4}>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen('change')}>
          {t('change')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen('save')}>
          {t('save')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(undefined)}>
          {t('clear')}
        </Button>
      </Group>
      {open === 'change' && (
        <FilterDialog
          when={when}
          onClose={close}
          onApply={(next) => {
            onChange(next)
            close()
          }}
        />
      )}
      {open === 'save' && <SaveDialog when={when} onClose={close} />}
    </div>
  )
}

/** A view that everybody has: a segment. */
function SaveDialog({ when, onClose }: { when: When; onClose: () => void }) {
  const t = useTexts(texts)
  const save = useSaveSegment(undefined)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)

  function send() {
    setTried(true)
    if (!name.trim()) return
    save.mutate(
      { name, condition: when },
      {
        onSuccess: () => {
          toast.success(t('saved', { name }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('saveTitle')}>
      <Form onSubmit={send} submit={t('saveDo')} busy={save.isPending} error={save.error}>
        <Text size="sm">{t('saveText')}</Text>
        <TextInput
          label={t('name')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() && t('nameRequired')}
        />
      </Form>
    </Dialog>
  )
}
