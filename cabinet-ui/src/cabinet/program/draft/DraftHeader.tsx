import { Button, Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconChartBar,
  IconDots,
  IconHistory,
  IconReceipt,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { afterwards } from '@/base/api/afterwards'
import { useDiscardProgramDraft } from '@/base/api/queries/program'
import { PageHeader } from '@/base/components/PageHeader'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink, TextLink } from '../../layout/links'
import { texts } from '../base/texts'
import type { Editing } from '../editing/useDraftEditing'

export type Opened = 'publish' | 'history' | 'try'

/** How far the changes are from the tills, and what can be done with them. */
export function DraftHeader({ edit, onOpen }: { edit: Editing; onOpen: (what: Opened) => void }) {
  const t = useTexts(texts)
  const [discarding, setDiscarding] = useState(false)
  const begun = edit.draft.id !== undefined
  const state = edit.saving ? 'saving' : edit.error || edit.theirs ? 'unsaved' : begun ? 'saved' : 'untouched'
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/program" size="sm" fw={600}>
            <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('back')}
          </TextLink>
        }
        title={t('draftTitle')}
        hint={
          <>
            {t('draftHint')} <span role="status">{t(state)}</span>
          </>
        }
        actions={
          <>
            <Button variant="default" leftSection={<IconReceipt size={18} aria-hidden />} onClick={() => onOpen('try')}>
              {t('tryOut')}
            </Button>
            {begun && (
              <ButtonLink
                to="/program/draft/what-if"
                variant="default"
                leftSection={<IconChartBar size={18} aria-hidden />}
              >
                {t('whatIf')}
              </ButtonLink>
            )}
            <Button
              leftSection={<IconSend size={18} aria-hidden />}
              disabled={state !== 'saved'}
              onClick={() => onOpen('publish')}
            >
              {t('publish')}
            </Button>
            <Rest begun={begun} onOpen={onOpen} onDiscard={() => setDiscarding(true)} />
          </>
        }
      />
      {edit.draft.id && (
        <Discard
          id={edit.draft.id}
          revision={edit.draft.revision}
          opened={discarding}
          onClose={() => setDiscarding(false)}
        />
      )}
    </>
  )
}

type RestProps = { begun: boolean; onOpen: (what: Opened) => void; onDiscard: () => void }

/** What is done now and then. */
function Rest({ begun, onOpen, onDiscard }: RestProps) {
  const t = useTexts(texts)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('more')}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => onOpen('history')}>
          {t('history')}
        </Menu.Item>
        <Menu.Item color="red" disabled={!begun} leftSection={<IconTrash size={16} aria-hidden />} onClick={onDiscard}>
          {t('discard')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type DiscardProps = { id: string; revision: number; opened: boolean; onClose: () => void }

function Discard({ id, revision, opened, onClose }: DiscardProps) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const discard = useDiscardProgramDraft(id)
  return (
    <ConfirmDialog
      opened={opened}
      title={t('discardTitle')}
      text={t('discardText')}
      confirmLabel={t('discard')}
      danger
      busy={discard.isPending}
      error={discard.error}
      onClose={onClose}
      onConfirm={() => afterwards(discard, revision, () => void navigate({ to: '/program' }))}
    />
  )
}
