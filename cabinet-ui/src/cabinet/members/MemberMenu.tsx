import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { personalDataUrl } from '@/base/api/queries/members'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { EraseDialog } from './EraseDialog'
import { MergeDialog } from './MergeDialog'
import { texts as mergeTexts } from './mergeTexts'
import { texts as privacyTexts } from './privacyTexts'
import { texts } from './profileTexts'
import { StatusDialog } from './StatusDialog'
import { texts as storyTexts } from './storyTexts'
import { TransferDialog } from './TransferDialog'

/** What is done seldom with a member; what a role may not do is not offered. */
export function MemberMenu({ member }: { member: Schemas['MemberDetail'] }) {
  const t = useTexts(texts)
  const m = useTexts(mergeTexts)
  const p = useTexts(privacyTexts)
  const changes = useMay('MEMBERS_CHANGE')
  const merges = useMay('MEMBERS_MERGE')
  const personal = useMay('PERSONAL_DATA')
  const corrects = useMay('BALANCE_CORRECT')
  const s = useTexts(storyTexts)
  const [asked, setAsked] = useState<'status' | 'merge' | 'erase' | 'transfer' | null>(null)
  if (!changes) return null
  const close = () => setAsked(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={42} variant="default" aria-label={t('more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {corrects && member.balance.available > 0 && (
            <Menu.Item onClick={() => setAsked('transfer')}>{s('transfer')}</Menu.Item>
          )}
          {merges && <Menu.Item onClick={() => setAsked('merge')}>{m('merge')}</Menu.Item>}
          {personal && (
            <Menu.Item component="a" href={personalDataUrl(member.id)} download>
              {p('export')}
            </Menu.Item>
          )}
          {(merges || personal || corrects) && <Menu.Divider />}
          <Menu.Item
            c={member.status === 'ACTIVE' ? 'var(--k-danger-text)' : undefined}
            onClick={() => setAsked('status')}
          >
            {t(member.status === 'ACTIVE' ? 'block' : 'unblock')}
          </Menu.Item>
          {personal && (
            <Menu.Item c="var(--k-danger-text)" onClick={() => setAsked('erase')}>
              {p('erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'transfer' && <TransferDialog member={member} onClose={close} />}
      {asked === 'merge' && <MergeDialog member={member} onClose={close} />}
      {asked === 'erase' && <EraseDialog member={member} onClose={close} />}
      {asked === 'status' && <StatusDialog member={member} onClose={close} />}
    </>
  )
}
