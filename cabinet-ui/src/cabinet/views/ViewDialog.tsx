import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ListName, type SavedView, useSaveView } from '@/base/api/queries/views'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import type { ViewState } from './state'
import { texts } from './texts'

type Props = {
  list: ListName
  /** What the list shows now. */
  state: ViewState
  /** None: a new one. */
  view?: SavedView
  onClose: () => void
}

/** A view's name, whose it is and, of one that is there, whether it takes over what the list shows now. */
export function ViewDialog({ list, state, view, onClose }: Props) {
  const t = useTexts(texts)
  const save = useSaveView(list, view)
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [replaced, setReplaced] = useState(false)
  const [tried, setTried] = useState(false)

  function send() {
    setTried(true)
    if (!name.trim()) return
    save.mutate(
      { name, shared, state: !view || replaced ? state : view.state },
      {
        onSuccess: (saved) => {
          toast.success(t('saved', { name: saved.name }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t(view ? 'changeTitle' : 'saveTitle')}>
      <Form onSubmit={send} submit={t('saveDo')} busy={save.isPending} error={save.error}>
        <TextInput
          label={t('name')}
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() && t('nameRequired')}
        />
        <Checkbox
          label={t('shareIt')}
          description={t('shareHint')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {view && (
          <Checkbox
            label={t('replace')}
            description={t('replaceHint')}
            checked={replaced}
            onChange={(event) => setReplaced(event.currentTarget.checked)}
          />
        )}
      </Form>
    </Dialog>
  )
}
