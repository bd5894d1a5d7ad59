import { Skeleton, Stack, Text } from '@mantine/core'
import { findForButtons, useCategories, useSetTillButtons, useTillButtons } from '@/base/api/queries/goods'
import { ButtonsEditor } from '@/base/buttons/ButtonsEditor'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = {
  /** Absent: the buttons of the whole shop. */
  register?: { id: string; name: string }
  onClose: () => void
}

/** The quick buttons of the shop's tills, or of one. */
export function ButtonsDialog({ register, onClose }: Props) {
  const t = useTexts(texts)
  const buttons = useTillButtons(register?.id)
  const categories = useCategories().data
  const set = useSetTillButtons(register?.id)
  const shown = buttons.data
  const hint = register ? t(shown?.own ? 'buttonsOwn' : 'buttonsShared') : t('buttonsHint')
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={register ? t('buttonsOfRegister', { name: register.name }) : t('buttons')}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {buttons.error && <ErrorNote error={buttons.error} onRetry={() => void buttons.refetch()} />}
        {shown && categories ? (
          <ButtonsEditor
            buttons={shown.items}
            categories={categories.items}
            find={findForButtons}
            busy={set.isPending}
            error={set.error}
            onSave={(items) =>
              set.mutate(items, {
                onSuccess: () => {
                  toast.success(t('saved'))
                  onClose()
                },
              })
            }
          />
        ) : (
          <Skeleton h={200} />
        )}
      </Stack>
    </Dialog>
  )
}
