import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

export type SheetProps = Omit<ModalProps, 'opened' | 'closeButtonProps'> & { opened?: boolean }

/**
 * What dialogs stand on: open for as long as it is in the page, or while it is said to be; the keyboard then goes on where
 * it was before.
 */
export function Sheet(props: SheetProps) {
  const t = useTexts(texts)
  useFocusBack(props.opened === undefined)
  return <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props} />
}

/**
 * Gives the focus back when the dialog leaves: to the element that had it, or, where that is gone or can no longer be
 * used, to the layer it was in. Mantine does so only for a dialog that closes before it is taken out of the page.
 */
function useFocusBack(wanted: boolean) {
  const [before] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null))
  const [layer] = useState(() => before?.closest<HTMLElement>('[role=dialog], main'))
  useEffect(
    () => () => {
      const lost = () => document.activeElement === null || document.activeElement === document.body
      if (!wanted || !lost()) return
      before?.focus()
      if (lost() && layer) {
        if (!layer.hasAttribute('tabindex')) layer.tabIndex = -1
        layer.focus({ preventScroll: true })
      }
    },
    [wanted, before, layer],
  )
}
