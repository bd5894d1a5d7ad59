import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import {
  useEndColleague,
  useEndColleagueSessions,
  useRenewLink,
  useResetSecondFactor,
  useRevokeLink,
} from '@/base/api/queries/team'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { ChangeDialog } from './ChangeDialog'
import { LinkDialog } from './LinkDialog'
import { texts } from './texts'

type Colleague = Schemas['Colleague']

/** What may be done with somebody; nothing of it with oneself. */
export function ColleagueMenu({ one }: { one: Colleague }) {
  const t = useTexts(texts)
  const own = useCurrentSession().staffId === one.id
  const [asked, setAsked] = useState<'change' | 'factors' | 'end' | null>(null)
  const renew = useRenewLink()
  const revoke = useRevokeLink()
  const signOut = useEndColleagueSessions()
  if (own || one.state === 'ENDED') return null
  const done = (text: string) => ({ onSuccess: () => toast.success(text), onError: toast.error })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('more', { name: one.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('change')}>{t('change')}</Menu.Item>
          <Menu.Item onClick={() => renew.mutate(one.id, { onError: toast.error })}>{t('newLink')}</Menu.Item>
          {one.state === 'INVITED' && (
            <Menu.Item onClick={() => revoke.mutate(one.id, done(t('linkRevoked')))}>{t('revokeLink')}</Menu.Item>
          )}
          {one.state === 'ACTIVE' && (
            <Menu.Item onClick={() => signOut.mutate(one.id, done(t('signedOut')))}>{t('signOut')}</Menu.Item>
          )}
          {one.secondFactor && <Menu.Item onClick={() => setAsked('factors')}>{t('resetFactors')}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item c="var(--k-danger-text)" onClick={() => setAsked('end')}>
            {t('end')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renew.data && <LinkDialog invited={renew.data} onClose={() => renew.reset()} />}
      {asked === 'change' && <ChangeDialog one={one} onClose={() => setAsked(null)} />}
      {asked === 'factors' && <ResetFactorsDialog one={one} onClose={() => setAsked(null)} />}
      {asked === 'end' && <EndDialog one={one} onClose={() => setAsked(null)} />}
    </>
  )
}

function ResetFactorsDialog({ one, onClose }: { one: Colleague; onClose: () => void }) {
  const t = useTexts(texts)
  const reset = useResetSecondFactor()
  return (
    <ConfirmDialog
      opened
      title={t('resetFactorsTitle', { name: one.name })}
      text={t('resetFactorsText')}
      confirmLabel={t('resetFactorsSubmit')}
      danger
      busy={reset.isPending}
      error={reset.error}
      onClose={onClose}
      onConfirm={() =>
        reset.mutate(one.id, {
          onSuccess: () => {
            toast.success(t('resetFactorsDone'))
            onClose()
          },
        })
      }
    />
  )
}

function EndDialog({ one, onClose }: { one: Colleague; onClose: () => void }) {
  const t = useTexts(texts)
  const end = useEndColleague()
  return (
    <ConfirmDialog
      opened
      title={t('endTitle', { name: one.name })}
      text={t('endText')}
      confirmLabel={t('end')}
      danger
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onConfirm={() =>
        end.mutate(one.id, {
          onSuccess: () => {
            toast.success(t('ended'))
            onClose()
          },
        })
      }
    />
  )
}
