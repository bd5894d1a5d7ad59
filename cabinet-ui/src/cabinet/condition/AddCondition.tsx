import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTexts } from '@/base/i18n/texts'
import type { Condition } from './condition'
import type { Kind } from './kind'
import { texts } from './texts'
import type { Words } from './words'

type Props = {
  kinds: readonly Kind[]
  words: Words
  onAdd: (value: Condition) => void
  /** Whether a group may be added as well. */
  groups: boolean
  button: Ref<HTMLButtonElement>
}

/** The kinds under their headings; the last is a group, out of the way of who needs none. */
export function AddCondition({ kinds, words, onAdd, groups, button }: Props) {
  const t = useTexts(texts)
  const headings = [...new Set(kinds.map((kind) => words.say(kind.group)))]
  return (
    <Menu position="bottom-start" shadow="md" returnFocus={false} withinPortal>
      <Menu.Target>
        <Button
          ref={button}
          size="compact-md"
          variant="light"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {headings.map((heading) => (
          <div key={heading}>
            <Menu.Label>{heading}</Menu.Label>
            {kinds
              .filter((kind) => words.say(kind.group) === heading)
              .map((kind) => (
                <Menu.Item key={kind.type} onClick={() => onAdd(kind.empty(words))}>
                  {words.say(kind.label)}
                </Menu.Item>
              ))}
          </div>
        ))}
        {groups && (
          <>
            <Menu.Label>{t('groupHint')}</Menu.Label>
            <Menu.Item onClick={() => onAdd({ type: 'any', of: [] })}>{t('group')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
