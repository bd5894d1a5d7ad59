import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import classes from './Design.module.css'
import { DesignHeader } from './DesignHeader'
import { DesignTabs } from './DesignTabs'
import { FormContext } from './document/form'
import { ForWhom } from './ForWhom'
import { HistoryDrawer } from './HistoryDrawer'
import { Preview } from './Preview'
import { ProblemList } from './ProblemList'
import { PublishDialog } from './PublishDialog'
import { RestyleNote } from './RestyleNote'
import { texts } from './texts'
import { useDesignEditing } from './useDesignEditing'

type Props = { draft: Schemas['DesignDraft']; tiers: Schemas['Tier'][] }

export function DesignEditor({ draft: loaded, tiers }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const owner = useMay('DESIGN_CHANGE')
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false })
  const [side, setSide] = useState('form')
  const [opened, setOpened] = useState<'publish' | 'history'>()
  const { draft, form, warnings, error, tab, setTab, setTier, shownTier, setShownTier, goTo } = useDesignEditing(
    loaded,
    tiers,
  )
  const close = () => setOpened(undefined)
  useUnsaved(draft.dirty)

  function mend(path: string) {
    setSide('form')
    goTo(path)
  }
  return (
    <FormContext value={form}>
      <DesignHeader
        draft={draft}
        owner={owner}
        onHistory={() => setOpened('history')}
        onPublish={() => setOpened('publish')}
      />
      <RestyleNote />
      {draft.error && (
        <div className={classes.note}>
          <ErrorNote error={draft.error} onRetry={draft.changedByOther ? draft.reload : undefined} />
        </div>
      )}
      {error !== null && (
        <div className={classes.note}>
          <ErrorNote error={error} />
        </div>
      )}
      {!owner && <p className={classes.hint}>{t('readOnly')}</p>}
      {narrow && <Sides side={side} onSide={setSide} />}
      <div className={classes.columns}>
        <div className={`k-panel ${classes.form}`} hidden={narrow && side !== 'form'}>
          <ProblemList problems={form.problems} onGo={mend} />
          <ProblemList
            problems={warnings.map((one) => ({ path: one.path, text: text(one.text) }))}
            onGo={mend}
            warning
          />
          <ForWhom owner={owner} onTier={setTier} />
          <DesignTabs tab={tab} onTab={setTab} disabled={!owner} />
        </div>
        <div className={classes.side} hidden={narrow && side !== 'preview'}>
          <Preview document={draft.document} tiers={tiers} tier={shownTier} onTier={setShownTier} />
        </div>
      </div>
      <PublishDialog opened={opened === 'publish'} onClose={close} draft={draft} problems={form.problems.length} />
      <HistoryDrawer
        opened={opened === 'history'}
        onClose={close}
        draft={draft}
        onTake={owner ? (document) => draft.change(() => document) : undefined}
      />
    </FormContext>
  )
}

/** Where there is no room for both. */
function Sides({ side, onSide }: { side: string; onSide: (side: string) => void }) {
  const t = useTexts(texts)
  return (
    <SegmentedControl
      fullWidth
      mb="md"
      aria-label={t('side')}
      value={side}
      onChange={onSide}
      data={[
        { value: 'form', label: t('side.form') },
        { value: 'preview', label: t('preview') },
      ]}
    />
  )
}
