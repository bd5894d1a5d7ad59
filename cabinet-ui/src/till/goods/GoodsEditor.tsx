import type { Schemas } from '@/base/api/client'
import { ButtonsEditor } from '@/base/buttons/ButtonsEditor'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { register } from '../api/registerClient'
import { texts } from './texts'

type Props = {
  buttons: readonly Schemas['TillButton'][]
  categories: Schemas['RegisterButtons']['categories']
  onSave: (buttons: Schemas['TillButton'][]) => void
  onClose: () => void
}

/** The buttons of this register: of the catalogue, or typed by the cashier. */
export function GoodsEditor({ buttons, categories, onSave, onClose }: Props) {
  const t = useTexts(texts)
  return (
    <Dialog onClose={onClose} title={t('editGoods')} size="lg">
      <ButtonsEditor
        buttons={buttons}
        categories={categories}
        find={register.findGoods}
        busy={false}
        error={undefined}
        onSave={(next) => {
          onSave(next)
          onClose()
        }}
      />
    </Dialog>
  )
}
