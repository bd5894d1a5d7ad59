import { ActionIcon, Button, Stack, Text } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { moved, type Path } from '../document/document'
import { errorAt, inputId, useDesignForm, useValue } from '../document/form'
import classes from './Sections.module.css'
import { texts } from './texts'

type Props<T> = {
  path: Path
  most: number
  /** What one of them is called. */
  name: string
  fresh: () => T
  children: (path: Path) => ReactNode
}

/** A list of the document: items can be added, moved up and removed. */
export function Items<T>({ path, most, name, fresh, children }: Props<T>) {
  const t = useTexts(texts)
  const { value, set, error } = useValue<T[]>(path)
  const { problems } = useDesignForm()
  const items = value ?? []
  const write = (next: T[]) => set(next.length > 0 ? next : undefined)
  return (
    <Stack gap="sm">
      {error && (
        <Text role="alert" id={inputId(path)} tabIndex={-1} fz="sm" c="var(--k-danger-text)">
          {error}
        </Text>
      )}
      {items.map((_, index) => {
        const said = errorAt(problems, [...path, index])
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands in its place
          <fieldset key={index} className={classes.item}>
            <legend className="k-visually-hidden">{`${name} ${index + 1}`}</legend>
            <div className={classes.itemBody}>
              {children([...path, index])}
              {said && typeof items[index] !== 'string' && (
                <Text role="alert" fz="sm" c="var(--k-danger-text)">
                  {said}
                </Text>
              )}
            </div>
            <ActionIcon
              disabled={index === 0}
              onClick={() => write(moved(items, index, index - 1))}
              aria-label={`${t('up')}: ${name} ${index + 1}`}
            >
              <IconArrowUp size={17} aria-hidden />
            </ActionIcon>
            <ActionIcon
              onClick={() => write(items.filter((__, at) => at !== index))}
              aria-label={`${t('remove')}: ${name} ${index + 1}`}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </fieldset>
        )
      })}
      {items.length < most && (
        <Button
          size="compact-md"
          variant="light"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => write([...items, fresh()])}
          aria-label={`${t('add')}: ${name}`}
        >
          {t('add')}
        </Button>
      )}
    </Stack>
  )
}
