import { IconSun } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import classes from './BigCode.module.css'
import { CardBarcode } from './CardBarcode'
import { texts } from './texts'
import { useAwake } from './useAwake'

type Props = { card: Schemas['Card']; onClose: () => void }

/** The code on a white screen, as large as it fits; the screen stays on while it is shown. */
export function BigCode({ card, onClose }: Props) {
  const t = useTexts(texts)
  const dialog = useRef<HTMLDialogElement>(null)
  useAwake()
  // Closed by the browser, so that the focus goes back to the button that opened it.
  const close = () => dialog.current?.close()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog itself closes by Escape
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="big-title" onClose={onClose} onClick={close}>
      <h2 id="big-title">{t('bigTitle')}</h2>
      <CardBarcode card={card} large />
      <p className={classes.hint}>
        <IconSun size={18} aria-hidden /> {t('bigHint')}
      </p>
      <button type="button" className={classes.close} onClick={close}>
        {t('close')}
      </button>
    </dialog>
  )
}
