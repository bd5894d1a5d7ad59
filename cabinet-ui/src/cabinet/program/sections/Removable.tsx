import { ActionIcon, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '@/base/i18n/texts'
import classes from '../base/Program.module.css'
import { texts } from './texts'

/** One of several in a form, with the way to take it out. */
export function Removable({ title, onRemove, children }: { title: string; onRemove: () => void; children: ReactNode }) {
  const t = useTexts(texts)
  return (
    <fieldset className={classes.item}>
      <legend className="k-visually-hidden">{title}</legend>
      <Stack gap="sm" flex={1}>
        {children}
      </Stack>
      <ActionIcon size={36} onClick={onRemove} aria-label={t('removeOne', { what: title })}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
