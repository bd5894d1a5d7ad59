import { IconLock } from '@tabler/icons-react'
import { EmptyState } from '@/base/components/EmptyState'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** Instead of a page that one's role may not see: who came by a link hears why. */
export function NotYours() {
  const t = useTexts(texts)
  return (
    <Panel>
      <EmptyState icon={IconLock} title={t('notYours')} text={t('notYoursText')} />
    </Panel>
  )
}
