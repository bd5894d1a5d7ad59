import { Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { BulkKind, MemberChoice } from '@/base/api/queries/bulk'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../../layout/currentSession'
import classes from './Bulk.module.css'
import { BulkDialog } from './BulkDialog'
import { texts } from './texts'

const KINDS: readonly BulkKind[] = ['TAG_ADD', 'TAG_REMOVE', 'CREDIT', 'BLOCK', 'UNBLOCK']

type Props = {
  ticked: ReadonlySet<string>
  /** What the list is asked for. */
  found: MemberChoice['found']
  onDrop: () => void
  onBegun: () => void
}

/** What can be done to the chosen members: the ticked ones, or all that the list finds. */
export function BulkBar({ ticked, found, onDrop, onBegun }: Props) {
  const t = useTexts(texts)
  const credits = useMay('BALANCE_ADJUST')
  const [all, setAll] = useState(false)
  const [kind, setKind] = useState<BulkKind>()
  const who: MemberChoice = all ? { found: found ?? {} } : { members: [...ticked] }
  return (
    <section className={classes.bar} aria-label={t('act')}>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {all ? t('allChosen') : t('chosen', { count: ticked.size })}
        </Text>
        {!all && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t('chooseAll')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-md" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('act')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.filter((one) => one !== 'CREDIT' || credits).map((one) => (
            <Menu.Item key={one} onClick={() => setKind(one)} color={one === 'BLOCK' ? 'red' : undefined}>
              {t(`kind.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {kind && <BulkDialog kind={kind} who={who} onClose={() => setKind(undefined)} onBegun={onBegun} />}
    </section>
  )
}
