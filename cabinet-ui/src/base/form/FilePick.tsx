import { FileInput } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../i18n/texts'
import classes from './FilePick.module.css'
import { texts } from './texts'

type Props = {
  label: string
  description?: string
  placeholder?: string
  accept: string
  value: File | null
  onChange: (file: File | null) => void
  error?: string
}

/** A file that is chosen or dropped here. */
export function FilePick(props: Props) {
  const t = useTexts(texts)
  const [over, setOver] = useState(false)
  // A file dropped beside the field would otherwise replace the page.
  useWindowEvent('dragover', hold)
  useWindowEvent('drop', hold)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button inside does the same
    <div
      className={classes.place}
      data-over={over || undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) props.onChange(file)
      }}
    >
      <FileInput
        {...props}
        clearable
        clearButtonProps={{ 'aria-label': t('clearFile', { label: props.label }) }}
        leftSection={<IconFileUpload size={18} aria-hidden />}
      />
    </div>
  )
}

function hold(event: DragEvent) {
  event.preventDefault()
}
