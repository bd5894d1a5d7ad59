import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconHistory, IconSend } from '@tabler/icons-react'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import type { Draft } from './useDraft'

type Props = { draft: Draft; owner: boolean; onHistory: () => void; onPublish: () => void }

/** How far the design is from the cards, and what can be done about it. */
export function DesignHeader({ draft, owner, onHistory, onPublish }: Props) {
  const t = useTexts(texts)
  return (
    <PageHeader
      title={t('title')}
      hint={
        <span role="status">
          {t(draft.dirty ? 'state.dirty' : draft.revision > 0 ? 'state.draft' : 'state.published')}
        </span>
      }
      actions={
        <>
          <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />} onClick={onHistory}>
            {t('history')}
          </Button>
          {owner && (
            <>
              <Button
                variant="light"
                leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                disabled={!draft.dirty}
                loading={draft.saving}
                onClick={() => void draft.save()}
              >
                {t('save')}
              </Button>
              <Button leftSection={<IconSend size={18} aria-hidden />} onClick={onPublish}>
                {t('publish')}
              </Button>
            </>
          )}
        </>
      }
    />
  )
}
