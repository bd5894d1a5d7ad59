import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { SamplePreview } from './SamplePreview'
import { texts } from './texts'

/** The text as the phone of an invented customer shows it. */
export function MessagePreview({ text, tierId }: { text: string; tierId: string | undefined }) {
  const t = useTexts(texts)
  return (
    <Panel title={t('preview')}>
      <SamplePreview text={text} tierId={tierId} />
    </Panel>
  )
}
