import { Button, Menu } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import type { Gift } from './content'
import { texts } from './readyTexts'

const READY = ['MISSED', 'NOVELTY', 'WEEKEND', 'BURN', 'HOLIDAY'] as const
const WORDS = ['name', 'bonuses', 'burns', 'gift', 'until'] as const
const GIFT: Gift = { amount: 10_000, days: 7 }
const GIVES: ReadonlyArray<(typeof READY)[number]> = ['MISSED', 'HOLIDAY']

type Props = { onChoose: (ready: { text: string; gift: Gift | null }) => void }

/** For whoever looks at an empty field. */
export function ReadyTexts({ onChoose }: Props) {
  const t = useTexts(texts)
  const words = Object.fromEntries(WORDS.map((word) => [word, `{${t(`word.${word}`)}}`]))
  return (
    <Menu position="bottom-start" width="max-content">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconTemplate size={16} aria-hidden />}>
          {t('begin')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {READY.map((ready) => (
          <Menu.Item
            key={ready}
            onClick={() => onChoose({ text: t(`text.${ready}`, words), gift: GIVES.includes(ready) ? GIFT : null })}
          >
            {t(`name.${ready}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
